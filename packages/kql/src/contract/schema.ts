import type { ColumnInfo } from '@casebook/core';
import type { GeoLookup } from './geo-lookup';
import type { OutsideFiles } from './outside-files';
import type { StoredFunctions } from './stored-functions';
import type { TableSymbols } from './table-symbols';

/**
 * A column of a table that can be scanned. The relation holds: bool BOOLEAN, int INTEGER, long BIGINT, real DOUBLE,
 * decimal DECIMAL(38,17), string VARCHAR, datetime BIGINT (ticks of 100 ns since 0001-01-01), timespan BIGINT (ticks),
 * guid VARCHAR (lower case, with dashes), dynamic VARCHAR (JSON text).
 */
export interface SchemaColumn extends ColumnInfo {
  /** Its name in the relation, unquoted; differs from `name` where DuckDB would take two columns for one. */
  readonly physical: string;
  /** A string column whose relation may hold SQL nulls; the compiler reads them as empty. */
  readonly nullable?: boolean;
  /** A hidden native column with the same moments, in whose terms time filters reach Parquet. */
  readonly native?: {
    readonly physical: string;
    readonly type: 'TIMESTAMP' | 'TIMESTAMP_NS' | 'TIMESTAMPTZ' | 'DATE';
  };
}

/** A table that can be scanned. */
export interface SchemaTable {
  readonly name: string;
  /** The DuckDB relation that holds it, unquoted. */
  readonly relation: string;
  readonly columns: readonly SchemaColumn[];
  /** The column that a time span cuts: TimeGenerated, else Timestamp. */
  readonly timeColumn?: string;
}

/** What a query may name. Known tables that are not here answer empty, with the notice `missingTable`. */
export interface Schema {
  readonly tables: readonly SchemaTable[];
  /** Functions that queries may call beside Kusto's own; a table of the same name comes first. */
  readonly functions?: StoredFunctions;
  /** What `_GetWatchlist` gives, by alias; another alias answers empty, with the notice `unavailable`. */
  readonly watchlists?: readonly SchemaTable[];
  /** The files behind `externaldata`; an address without one answers empty, with the notice `unavailable`. */
  readonly outside?: OutsideFiles;
  /** The table behind `geo_info_from_ip_address`; without one it is null, with the notice `unavailable`. */
  readonly geo?: GeoLookup;
  /** The tables of other workspaces, by the name that `workspace()` and `app()` call them. */
  readonly workspaces?: ReadonlyMap<string, readonly SchemaTable[]>;
  /** Remembers what the parser makes of the tables; without one they are made anew for each query. */
  readonly symbols?: TableSymbols;
  /** Whether a known table that is not here is empty, with a notice, or a `KqlSyntax` error; under `isfuzzy` it is never an error. */
  readonly missingTables?: 'empty' | 'error';
}
