import { CasebookError, type KqlType } from '@casebook/core';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Constant, Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { constant } from '../sql/quote-sql';
import { convert } from './convert';
import type { FunctionRow, Takes } from './function-row';
import { once } from './once';
import { applyHost, hostCall, type HostFunction } from './host-function';

/** Calls a function of the table with translated arguments. */
export function callRow(row: FunctionRow, args: readonly Scalar[], node: SyntaxNode, scope: Scope): Scalar {
  const given = args.map((value, index) => argument(row, value, index, node, scope));
  if (given.length < row.takes.filter((takes) => !/[?*]$/.test(takes)).length) {
    return refuse(`${row.name} without all of its arguments`, node, scope);
  }
  const gives = givenType(row, given, node, scope);
  const fn: HostFunction | undefined = row.js && {
    name: row.name,
    takes: given.map(({ type }) => type),
    gives,
    call: row.js,
    ...(row.nulls ? { nulls: true } : {}),
  };
  const constants = given.map((value) => value.constant);
  if (fn && !constants.includes(undefined)) {
    return constant(gives, applied(fn, constants, node, scope));
  }
  const sqls = given.map(({ sql }) => sql);
  if (row.sql) return { type: gives, sql: row.sql(...sqls) };
  if (!fn) return refuse(`function: ${row.name}`, node, scope);
  const { quick } = row;
  const sql = quick
    ? once(sqls, (...names) => quick(hostCall(fn, names, scope), ...names))
    : hostCall(fn, sqls, scope);
  return { type: gives, sql };
}

/** The value of a call with constants; a refusal by the function itself gets the place of the call. */
function applied(
  fn: HostFunction,
  constants: readonly (Constant | undefined)[],
  node: SyntaxNode,
  scope: Scope,
): Constant {
  try {
    return applyHost(
      fn,
      constants.map((value) => value ?? null),
    );
  } catch (thrown) {
    if (!CasebookError.is(thrown) || thrown.code !== 'KqlUnsupported') throw thrown;
    return refuse(thrown.message.replace(/^unsupported /, ''), node, scope);
  }
}

function argument(row: FunctionRow, value: Scalar, index: number, node: SyntaxNode, scope: Scope): Scalar {
  const takes: Takes | undefined = row.takes[index] ?? row.takes.filter((one) => one.endsWith('*')).at(-1);
  const type = takes?.replace(/[?*]$/, '');
  if (type === undefined) return refuse(`argument ${index + 1} of ${row.name}`, node, scope);
  if (type === 'any') return value;
  return (
    convert(value, type as KqlType, scope) ??
    refuse(`${value.type} argument ${index + 1} of ${row.name}`, node, scope)
  );
}

function givenType(row: FunctionRow, given: readonly Scalar[], node: SyntaxNode, scope: Scope): KqlType {
  const type = row.gives === 'first' ? given[0]?.type : row.gives === 'bound' ? node.type : row.gives;
  return type ?? refuse(`type of ${row.name}`, node, scope);
}
