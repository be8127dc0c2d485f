import type { SyntaxNode } from '../parser/syntax-node';
import { DiscoveryRequest } from '../plan/discovery-request';
import { refuse } from '../plan/refusal';
import type { Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';

/** Translates a subquery that runs for each row or key of an outer plan; what must ask the data first is refused there. */
export function subqueryOfRows(node: SyntaxNode, scope: Scope): Relation {
  try {
    return scope.compilation.relation(node, scope);
  } catch (thrown) {
    if (!(thrown instanceof DiscoveryRequest)) throw thrown;
    return refuse('plugin without a schema in a subquery of another operator', node, scope);
  }
}
