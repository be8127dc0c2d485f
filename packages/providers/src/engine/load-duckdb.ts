import type * as DuckDB from '@duckdb/node-api';

/** The engine's module, loaded on first use: it weighs tens of megabytes. */
export const loadDuckDb = async (): Promise<typeof DuckDB> => import('@duckdb/node-api');
