import type { KqlType } from '@casebook/core';
import type { SyntaxNode } from '../parser/syntax-node';
import type { Relation } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';

/** An aggregate as a row: SQL over the arguments of a group's rows. */
export interface AggregateRow {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly note?: string;
  readonly build: (call: AggregateCall) => Scalar;
}

/** A call of an aggregate. */
export interface AggregateCall {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly args: readonly SyntaxNode[];
  readonly scope: Scope;
  readonly input: Relation;
  /** The translated argument. */
  readonly arg: (index: number) => Scalar;
  /** The translated argument as another type. */
  readonly as: (index: number, type: KqlType) => string;
}
