export { compile } from './compile';
export { WARMING } from './parser/warming';
export type { CompileOptions } from './contract/options';
export type { Compiled, Discovery, SqlFunction, SqlType, SqlValue, Statement } from './contract/compiled';
export type { Schema, SchemaColumn, SchemaTable } from './contract/schema';
export type { StoredFunction } from './contract/stored-function';
export type { GeoLookup, GeoPlace } from './contract/geo-lookup';
export {
  RECORD_FORMATS,
  type OutsideFiles,
  type PreparedRecords,
  type RecordFormat,
  type RecordReading,
} from './contract/outside-files';
export { TableSymbols } from './contract/table-symbols';
export { StoredFunctions } from './contract/stored-functions';
export { openRow } from './open/open-row';
export type { ClosedRow, OpenedRow, RowQuery } from './open/opened-row';
export { STORAGE } from './contract/storage-types';
export { supportMatrix, type Support } from './support/support-matrix';
export { supportPage } from './support/support-page';
export { knownTable, knownTableNames, timeColumnOf, type KnownTable } from './schema/known-table';
export { complete } from './editor/complete';
export { diagnose } from './editor/diagnose';
export { hover } from './editor/hover';
export { languageFor } from './editor/language-for';
export { explain, explanationOf, type Explanation } from './editor/explain';
export type { TableRead } from './contract/table-read';
