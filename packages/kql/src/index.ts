export { compile } from './compile';
export type { CompileOptions } from './contract/options';
export type { Compiled, Discovery, SqlFunction, SqlType, SqlValue, Statement } from './contract/compiled';
export type { Schema, SchemaColumn, SchemaTable } from './contract/schema';
export { STORAGE } from './contract/storage-types';
export { supportMatrix, type Support } from './support/support-matrix';
export { supportPage } from './support/support-page';
export { knownTable, knownTableNames, timeColumnOf, type KnownTable } from './schema/known-table';
