import type { KqlType } from '@casebook/core';
import type { SqlFunction, SqlType, SqlValue } from '../contract/compiled';
import type { Constant } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { STORAGE } from '../contract/storage-types';

const HOST_TYPES: Readonly<Record<KqlType, SqlType>> = {
  bool: 'BOOLEAN',
  int: 'BIGINT',
  long: 'BIGINT',
  real: 'DOUBLE',
  decimal: 'VARCHAR',
  string: 'VARCHAR',
  datetime: 'BIGINT',
  timespan: 'BIGINT',
  guid: 'VARCHAR',
  dynamic: 'VARCHAR',
};

/** One letter a type, for the names of registered functions. */
const LETTERS: Readonly<Record<KqlType, string>> = {
  bool: 'b',
  int: 'i',
  long: 'l',
  real: 'r',
  decimal: 'm',
  string: 's',
  datetime: 'd',
  timespan: 't',
  guid: 'g',
  dynamic: 'j',
};

/** A JavaScript function that a statement calls. */
export interface HostFunction {
  readonly name: string;
  readonly takes: readonly KqlType[];
  readonly gives: KqlType;
  readonly call: (...args: never[]) => Constant;
  readonly nulls?: boolean;
}

/** Registers a JavaScript function with the statement and gives the call of it. */
export function hostCall(fn: HostFunction, args: readonly string[], scope: Scope): string {
  const parameters = fn.takes.map((type) => HOST_TYPES[type]);
  const name = `kql_${fn.name}_${fn.takes.map((type) => LETTERS[type]).join('')}`;
  const { functions } = scope.compilation;
  if (!functions.has(name)) functions.set(name, sqlFunction(name, parameters, fn));
  const call = `${name}(${args.map((sql, index) => handedOver(sql, fn.takes[index])).join(', ')})`;
  return fn.gives === 'int' || fn.gives === 'decimal' ? `CAST(${call} AS ${STORAGE[fn.gives]})` : call;
}

function handedOver(sql: string, type: KqlType | undefined): string {
  if (type === 'int') return `(${sql})::BIGINT`;
  return type === 'decimal' ? `CAST(${sql} AS VARCHAR)` : sql;
}

/** Applies a JavaScript function to constants, as the host would. */
export function applyHost(fn: HostFunction, args: readonly Constant[]): Constant {
  const empty = fn.gives === 'string' ? '' : null;
  if (!fn.nulls && args.includes(null)) return empty;
  return (fn.call as (...values: readonly Constant[]) => Constant)(...args) ?? empty;
}

function sqlFunction(name: string, parameters: readonly SqlType[], fn: HostFunction): SqlFunction {
  return {
    name,
    parameters,
    returns: HOST_TYPES[fn.gives],
    call: (...values: SqlValue[]) => applyHost(fn, values),
  };
}
