import { CasebookError } from '@casebook/core';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Constant, Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { constant } from '../sql/quote-sql';
import { applyHost, hostCall, type HostFunction } from './host-function';
import type { Call } from './special-row';

/** Calls a JavaScript function at compile time; a value that it does not answer is refused with its reason. */
export function hostedConstant(
  fn: HostFunction,
  args: readonly Constant[],
  node: SyntaxNode,
  scope: Scope,
): Scalar {
  try {
    return constant(fn.gives, applyHost(fn, args));
  } catch (error) {
    if (!CasebookError.is(error) || error.code !== 'KqlUnsupported') throw error;
    return refuse(error.message.replace(/^unsupported /, ''), node, scope);
  }
}

/** Calls a JavaScript function with arguments of these types, at compile time where all are constants. */
export function hosted(call: Call, fn: HostFunction, args: readonly Scalar[]): Scalar {
  const constants = args.map((arg) => arg.constant);
  if (!constants.includes(undefined))
    return hostedConstant(fn, constants as readonly Constant[], call.node, call.scope);
  return {
    type: fn.gives,
    sql: hostCall(
      fn,
      args.map(({ sql }) => sql),
      call.scope,
    ),
  };
}
