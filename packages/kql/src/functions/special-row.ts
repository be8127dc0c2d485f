import type { KqlType } from '@casebook/core';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { convert } from './convert';

/** A function whose translation needs more than its arguments' fragments: the row, the clock, the types, the syntax. */
export interface SpecialRow {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly note?: string;
  readonly build: (call: Call) => Scalar;
}

/** A call to translate; arguments are translated on demand. */
export interface Call {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly args: readonly SyntaxNode[];
  readonly scope: Scope;
  /** The translated argument. */
  readonly arg: (index: number) => Scalar;
}

/** Converts an argument, or refuses the call. */
export function converted(call: Call, index: number, type: KqlType): Scalar {
  const value = call.arg(index);
  const result = convert(value, type, call.scope);
  return result ?? refuse(`${call.name} of a ${value.type}`, call.node, call.scope);
}

/** Translates all arguments. */
export const allArguments = (call: Call): readonly Scalar[] => call.args.map((_, index) => call.arg(index));
