import type { Schema } from '../contract/schema';
import { isClosed } from './shared-bodies';
import type { SyntaxNode } from './syntax-node';

/** The columns that a tree asks of sources whose columns nobody knows, bodies of called functions included. */
export function askedColumns(root: SyntaxNode, schema: Schema): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<object>();
  const visit = (node: SyntaxNode): void => {
    if (node.kind === 'NameReference' && node.isOpenColumn) found.add(node.simpleName);
    const calls = node.kind === 'FunctionCallExpression' || node.kind === 'NameReference';
    const body = calls && !isBlind(node, schema) ? node.calledBody : undefined;
    if (body && !seen.has(body.identity)) {
      seen.add(body.identity);
      visit(body);
    }
    node.children.forEach(visit);
  };
  visit(root);
  return [...found];
}

/** Whether a call is of a stored function that neither reads such a source nor is handed one. */
function isBlind(node: SyntaxNode, schema: Schema): boolean {
  const name = node.symbolName ?? '';
  const stored = schema.functions?.ofSymbol(node.symbol, name);
  return stored !== undefined && !/:\s*\(/.test(stored.parameters ?? '') && isClosed(name, schema);
}
