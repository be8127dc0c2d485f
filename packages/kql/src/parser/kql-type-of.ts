import { KQL_TYPES, type KqlType } from '@casebook/core';

const ALIASES: Readonly<Record<string, KqlType>> = {
  boolean: 'bool',
  int32: 'int',
  int64: 'long',
  uint: 'int',
  ulong: 'long',
  double: 'real',
  float: 'real',
  date: 'datetime',
  time: 'timespan',
  uuid: 'guid',
  uniqueid: 'guid',
};

/** The KQL type that a symbol of the parser stands for; nothing for tables, `unknown` and errors. */
export function kqlTypeOf(symbol: unknown): KqlType | undefined {
  const name = (symbol as { Name?: unknown } | null | undefined)?.Name;
  return typeof name === 'string' ? kqlTypeNamed(name) : undefined;
}

/** The KQL type of a name, aliases such as `double` included. */
export function kqlTypeNamed(name: string): KqlType | undefined {
  const plain = name.trim().toLowerCase();
  if (plain.startsWith('dynamic')) return 'dynamic';
  return (
    KQL_TYPES.find((type) => type === plain) ?? (Object.hasOwn(ALIASES, plain) ? ALIASES[plain] : undefined)
  );
}
