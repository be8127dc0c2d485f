import { refuse } from '../plan/refusal';
import type { Operator } from './operator';
import { bagUnpack } from './plugins/bag-unpack';
import { ipLookup } from './plugins/ip-lookup';
import { pivotPlugin } from './plugins/pivot';

/** The plugins of `evaluate`. */
export const PLUGINS: Readonly<Record<string, Operator>> = {
  bag_unpack: bagUnpack,
  ipv4_lookup: ipLookup(4),
  ipv6_lookup: ipLookup(6),
  pivot: pivotPlugin,
};

/** `evaluate`. */
export const evaluateOperator: Operator = (node, input, scope) => {
  const name = node.must('FunctionCall').must('Name').simpleName;
  const plugin = Object.hasOwn(PLUGINS, name) ? PLUGINS[name] : undefined;
  return plugin ? plugin(node, input, scope) : refuse(`plugin: ${name}`, node.must('FunctionCall'), scope);
};
