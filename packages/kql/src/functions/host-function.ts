import type { KqlType } from '@casebook/core';
import type { SqlFunction, SqlType, SqlValue } from '../contract/compiled';
import type { Constant } from '../plan/scalar';
import type { Scope } from '../plan/scope';

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
  const name = `kql_${fn.name}_${fn.takes.map((type) => type[0]).join('')}`;
  const { functions } = scope.compilation;
  if (!functions.has(name)) functions.set(name, sqlFunction(name, parameters, fn));
  const given = args.map((sql, index) => (fn.takes[index] === 'int' ? `(${sql})::BIGINT` : sql));
  const call = `${name}(${given.join(', ')})`;
  return fn.gives === 'int' ? `(${call})::INTEGER` : call;
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
