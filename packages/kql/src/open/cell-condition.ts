import {
  quoteBool,
  quoteDateTime,
  quoteDuration,
  quoteInt,
  quoteLong,
  quoteReal,
  quoteString,
  type Cell,
  type DateTime,
  type Duration,
  type KqlType,
} from '@casebook/core';

const LITERALS: Readonly<Record<Exclude<KqlType, 'dynamic'>, (value: never) => string>> = {
  bool: quoteBool,
  int: quoteInt,
  long: (value: number | bigint) => quoteLong(value),
  real: quoteReal,
  decimal: (value: string) => `todecimal(${quoteString(value)})`,
  string: quoteString,
  datetime: (value: DateTime) => quoteDateTime(value),
  timespan: (value: Duration) => quoteDuration(value),
  guid: (value: string) => `toguid(${quoteString(value)})`,
};

/**
 * The KQL condition that an expression has the value of a cell, such that nulls meet nulls and NaN meets NaN. Dynamic
 * values are compared as text.
 */
export function cellCondition(expression: string, type: KqlType, value: Cell): string {
  if (value === null) return type === 'string' ? `(${expression}) == ""` : `isnull(${expression})`;
  if (type === 'dynamic')
    return `tostring(${expression}) == tostring(parse_json(${quoteString(JSON.stringify(value))}))`;
  if (type === 'real' && Number.isNaN(value)) return `isnan(${expression})`;
  return `(${expression}) == ${LITERALS[type](value as never)}`;
}
