import { databaseFor } from '../parser/database';
import { guarded, kustoRuntime, type Native } from '../parser/kusto-runtime';
import { SyntaxNode } from '../parser/syntax-node';

/** Parses a query that ran before; tables that only its workspace knows are no mistakes here. */
export function parseLoosely(text: string): SyntaxNode {
  const { language } = kustoRuntime();
  return guarded('reading the query', () => {
    const code = (language.KustoCode as Native).ParseAndAnalyze as (text: string, globals: unknown) => Native;
    return new SyntaxNode(code(text, databaseFor(text, { tables: [] }).state).Syntax);
  });
}
