import type { SyntaxNode } from './syntax-node';

/** The columns that a tree asks of sources whose columns nobody knows, bodies of called functions included. */
export function askedColumns(root: SyntaxNode): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<object>();
  const visit = (node: SyntaxNode): void => {
    if (node.kind === 'NameReference' && node.isOpenColumn) found.add(node.simpleName);
    const body =
      node.kind === 'FunctionCallExpression' || node.kind === 'NameReference' ? node.calledBody : undefined;
    if (body && !seen.has(body.identity)) {
      seen.add(body.identity);
      visit(body);
    }
    node.children.forEach(visit);
  };
  visit(root);
  return [...found];
}
