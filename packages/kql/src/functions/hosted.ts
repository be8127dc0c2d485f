import type { Constant, Scalar } from '../plan/scalar';
import { constant } from '../sql/quote-sql';
import { applyHost, hostCall, type HostFunction } from './host-function';
import type { Call } from './special-row';

/** Calls a JavaScript function with arguments of these types, at compile time where all are constants. */
export function hosted(call: Call, fn: HostFunction, args: readonly Scalar[]): Scalar {
  const constants = args.map((arg) => arg.constant);
  if (!constants.includes(undefined))
    return constant(fn.gives, applyHost(fn, constants as readonly Constant[]));
  return {
    type: fn.gives,
    sql: hostCall(
      fn,
      args.map(({ sql }) => sql),
      call.scope,
    ),
  };
}
