import { CasebookError } from '@casebook/core';
import { positionOf } from '../parser/position';
import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import { constant } from '../sql/quote-sql';
import { converted, type Call, type SpecialRow } from './special-row';

/** `assert(condition, message)`, decided while the query is compiled. Errors: `KqlSyntax` with the message where it is false. */
function assertion(call: Call): Scalar {
  const { constant: holds } = converted(call, 0, 'bool');
  const { constant: message } = call.arg(1);
  if (holds === true) return constant('bool', true);
  if (holds === undefined || typeof message !== 'string')
    return refuse('assert of what is not a constant', call.node, call.scope);
  const { text } = call.scope.compilation;
  throw new CasebookError('KqlSyntax', `assert() has failed with message: '${message}'`, {
    position: positionOf(text, Math.min(call.node.start, text.length), call.node.length),
    query: text,
  });
}

/** `assert`. */
export const ASSERT: SpecialRow = { name: 'assert', build: assertion };
