import { withInputs } from './plan-inputs';
import { readersOf } from './readers-of';
import type { PlanNode } from './relation';

/** A plan with what its reader asks of it. */
export interface Asked<Ask> {
  readonly node: PlanNode;
  readonly ask: Ask;
}

/** Goes on to the input of an operator with what is asked of that input. */
export type Down<Ask> = (node: PlanNode, ask: Ask) => PlanNode;

/**
 * Rewrites plans from their readers down; `rewrite` sees every operator but shared plans with what is asked of it. A
 * shared plan is rewritten once, for what all of its readers ask together, as `merge` says.
 */
export function rewritePlan<Ask>(
  roots: readonly Asked<Ask>[],
  merge: (one: Ask, other: Ask) => Ask,
  rewrite: (node: PlanNode, ask: Ask, down: Down<Ask>) => PlanNode,
): readonly PlanNode[] {
  const waiting = readersOf(roots.map(({ node }) => node));
  const asked = new Map<string, Asked<Ask>>();
  const inputs = new Map<string, PlanNode>();
  const down: Down<Ask> = (node, ask) => {
    if (node.kind !== 'shared') return rewrite(node, ask, down);
    const before = asked.get(node.name);
    const whole = before ? merge(before.ask, ask) : ask;
    asked.set(node.name, { node, ask: whole });
    const left = (waiting.get(node.name) ?? 1) - 1;
    waiting.set(node.name, left);
    if (left === 0) inputs.set(node.name, down(node.input, whole));
    return node;
  };
  const rewritten = roots.map(({ node, ask }) => down(node, ask));
  return rewritten.map((root) => withShared(root, inputs, new Map()));
}

/** The plan with its shared plans as they became. */
function withShared(
  node: PlanNode,
  inputs: ReadonlyMap<string, PlanNode>,
  known: Map<string, PlanNode>,
): PlanNode {
  if (node.kind !== 'shared') return withInputs(node, (input) => withShared(input, inputs, known));
  const found = known.get(node.name);
  if (found) return found;
  const result = { ...node, input: withShared(inputs.get(node.name) ?? node.input, inputs, known) };
  known.set(node.name, result);
  return result;
}
