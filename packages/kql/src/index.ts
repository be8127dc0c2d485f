export { compile } from './compile';
export type { CompileOptions } from './contract/options';
export type { Compiled, Discovery, SqlFunction, SqlType, SqlValue, Statement } from './contract/compiled';
export type { Schema, SchemaColumn, SchemaTable } from './contract/schema';
export { knownTable, knownTableNames, timeColumnOf, type KnownTable } from './schema/known-table';
