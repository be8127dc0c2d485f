import type { SyntaxNode } from '../parser/syntax-node';

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
