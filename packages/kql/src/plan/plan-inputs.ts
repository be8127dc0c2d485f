import type { PlanNode } from './relation';

/** The plans that an operator reads. */
export function inputsOf(node: PlanNode): readonly PlanNode[] {
  if ('inputs' in node) return node.inputs;
  if ('left' in node) return [node.left, node.right];
  return 'input' in node ? [node.input] : [];
}

/** The operator over other inputs. */
export function withInputs(node: PlanNode, change: (input: PlanNode) => PlanNode): PlanNode {
  if ('inputs' in node) return { ...node, inputs: node.inputs.map(change) };
  if ('left' in node) return { ...node, left: change(node.left), right: change(node.right) };
  return 'input' in node ? { ...node, input: change(node.input) } : node;
}
