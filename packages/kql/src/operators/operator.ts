import type { SyntaxNode } from '../parser/syntax-node';
import type { Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';

/** Translates one operator of a pipe; the scope's `row` is its input. */
export type Operator = (node: SyntaxNode, input: Relation, scope: Scope) => Relation;

/** Translates something that gives a table by itself. */
export type Source = (node: SyntaxNode, scope: Scope) => Relation;

/** The text of an operator's parameter, such as `kind=inner`, in lower case where it is a keyword. */
export function parameter(node: SyntaxNode, name: string): string | undefined {
  const value = parameterNode(node, name);
  if (!value) return undefined;
  const { literal } = value;
  return typeof literal === 'string' ? literal : value.text.replace(/^\[?(['"])(.*)\1\]?$/, '$2');
}

/** The expression of an operator's parameter. */
export function parameterNode(node: SyntaxNode, name: string): SyntaxNode | undefined {
  return node
    .items('Parameters')
    .find((item) => item.part('Name')?.simpleName.toLowerCase() === name)
    ?.part('Expression');
}
