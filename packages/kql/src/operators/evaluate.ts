import { refuse } from '../plan/refusal';
import type { Operator } from './operator';
import { bagUnpack } from './plugins/bag-unpack';
import { pivotPlugin } from './plugins/pivot';

/** The plugins of `evaluate`. */
export const PLUGINS: Readonly<Record<string, Operator>> = { bag_unpack: bagUnpack, pivot: pivotPlugin };

/** `evaluate`. */
export const evaluateOperator: Operator = (node, input, scope) => {
  const name = node.must('FunctionCall').must('Name').simpleName;
  const plugin = Object.hasOwn(PLUGINS, name) ? PLUGINS[name] : undefined;
  return plugin ? plugin(node, input, scope) : refuse(`plugin: ${name}`, node.must('FunctionCall'), scope);
};
