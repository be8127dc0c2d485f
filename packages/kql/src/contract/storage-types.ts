import type { KqlType } from '@casebook/core';

/** The DuckDB type in which each KQL type is stored and computed, as `SchemaColumn` says; datetime and timespan are ticks. */
export const STORAGE: Readonly<Record<KqlType, string>> = {
  bool: 'BOOLEAN',
  int: 'INTEGER',
  long: 'BIGINT',
  real: 'DOUBLE',
  decimal: 'DECIMAL(38,17)',
  string: 'VARCHAR',
  datetime: 'BIGINT',
  timespan: 'BIGINT',
  guid: 'VARCHAR',
  dynamic: 'VARCHAR',
};
