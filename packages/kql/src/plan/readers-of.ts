import { inputsOf } from './plan-inputs';
import type { PlanNode } from './relation';

/** How often each shared plan is read, by its name; a shared plan reads what it is made of once. */
export function readersOf(roots: readonly PlanNode[]): Map<string, number> {
  const found = new Map<string, number>();
  const visit = (node: PlanNode): void => {
    if (node.kind !== 'shared') return inputsOf(node).forEach(visit);
    const seen = found.get(node.name) ?? 0;
    found.set(node.name, seen + 1);
    if (seen === 0) visit(node.input);
  };
  roots.forEach(visit);
  return found;
}
