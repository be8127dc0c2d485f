import type { PlanNode, Relation } from './relation';
import type { Scope } from './scope';

/**
 * A relation that several readers may have: one statement computes it once for all of them. What only filters and
 * renames a table is read anew by each reader instead, with the reader's own filters.
 */
export function shared(relation: Relation, scope: Scope): Relation {
  const { node } = relation;
  if (node.kind === 'shared' || isCheap(node)) return relation;
  return { ...relation, node: { kind: 'shared', name: scope.compilation.names.fresh('let'), input: node } };
}

function isCheap(node: PlanNode): boolean {
  switch (node.kind) {
    case 'scan':
    case 'empty':
      return true;
    case 'filter':
      return !COSTLY.test(node.condition) && isCheap(node.input);
    case 'select':
      return !node.items.some(({ sql }) => COSTLY.test(sql)) && isCheap(node.input);
    default:
      return false;
  }
}

/** Subqueries, windows, host functions, and chance. */
const COSTLY = /\0|\bOVER\b|\bkql_|\brandom\(|\buuid\(|\bregexp_|\blambda\b/;
