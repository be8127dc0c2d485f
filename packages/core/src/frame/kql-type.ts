/** The ten scalar types of KQL, by the names that `getschema` and Log Analytics use. */
export const KQL_TYPES = [
  'bool',
  'int',
  'long',
  'real',
  'decimal',
  'string',
  'datetime',
  'timespan',
  'guid',
  'dynamic',
] as const;

/** One of the ten scalar types of KQL. */
export type KqlType = (typeof KQL_TYPES)[number];
