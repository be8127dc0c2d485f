import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Compilation, Scope } from '../plan/scope';

/** Options of `set` that change answers in ways that this engine does not follow. */
const REFUSED = /^(query_take_max_records|query_datetimescope_\w+|query_cursor_\w+)$/i;

/**
 * Follows a `set` statement: `query_now` is the moment of `now()`, the two of `bin_auto` are kept for it, and options of
 * limits, caches and distribution say nothing here, as the host has limits of its own. See
 * https://learn.microsoft.com/kusto/query/set-statement
 */
export function withOption(item: SyntaxNode, scope: Scope): Compilation {
  const { compilation } = scope;
  const name = item.must('Name').simpleName.toLowerCase();
  if (REFUSED.test(name)) return refuse(`query option: ${name}`, item, scope);
  const value = item.part('ValueClause')?.must('Expression');
  if (name === 'query_now') {
    const now = value && compilation.scalar(value, scope);
    return now?.type === 'datetime' && typeof now.constant === 'bigint'
      ? { ...compilation, now: now.constant }
      : refuse('query_now that is not a moment', item, scope);
  }
  if (value && name.startsWith('query_bin_auto_')) compilation.options.set(name, value);
  return compilation;
}
