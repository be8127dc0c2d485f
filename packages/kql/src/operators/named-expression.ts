import type { ColumnInfo } from '@casebook/core';
import { convert } from '../functions/convert';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { computed, type Computed } from '../plan/shape';

/** An expression of a list, with the names that the text gives it. */
export interface Named {
  readonly names: readonly string[];
  readonly expression: SyntaxNode;
}

/** Splits `name = expression` and `(a, b) = expression`. */
export function named(node: SyntaxNode): Named {
  if (node.kind === 'SimpleNamedExpression') {
    return { names: [node.must('Name').simpleName], expression: node.must('Expression') };
  }
  if (node.kind === 'CompoundNamedExpression') {
    const names = node
      .must('Names')
      .items('Names')
      .map((name) => name.simpleName);
    return { names, expression: node.must('Expression') };
  }
  return { names: [], expression: node };
}

/** The name that an expression without one gives: that of the column, else the next of the binder's. */
export function nameFor({ names, expression }: Named, bound: () => string | undefined): string {
  if (names[0] !== undefined) return names[0];
  if (expression.kind === 'NameReference') return expression.simpleName;
  return bound() ?? expression.text;
}

/** A computed column of the type that the binder promises, where the translation gives another that converts to it. */
export function asBound(
  name: string,
  value: Scalar,
  bound: readonly ColumnInfo[],
  node: SyntaxNode,
  scope: Scope,
): Computed {
  const promised = bound.find((column) => column.name === name)?.type;
  const integers = promised === 'int' && value.type === 'long';
  if (!promised || integers || promised === value.type || value.type === 'dynamic')
    return computed(name, value);
  const same = convert(value, promised, scope);
  return computed(name, same ?? refuse(`${value.type} where ${promised} is due: ${name}`, node, scope));
}
