import type { SyntaxNode } from '../parser/syntax-node';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';

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
