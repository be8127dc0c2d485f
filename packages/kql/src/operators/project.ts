import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import { computed, kept, project, withColumn, type Computed } from '../plan/shape';
import type { PlanColumn, Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { Windows } from '../plan/windows';
import { isArray } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { nameFor, named } from './named-expression';
import type { Operator } from './operator';
import { tupleItems, unnamedColumns } from './tuple-items';

/** Translates the items of a list in turn; `bound` are the binder's names for them, in order. */
function items(node: SyntaxNode, scope: Scope, bound: () => string | undefined): readonly Computed[] {
  return node.items('Expressions').flatMap((item) => {
    const several = tupleItems(item, scope, bound, false);
    if (several) return several;
    const one = named(item);
    if (one.names.length > 1) return refuse('several names for one expression', item, scope);
    const name = nameFor(one, bound);
    const value = scope.compilation.scalar(one.expression, scope);
    return computed(name, value);
  });
}

/** `project`. */
export const projectOperator: Operator = (node, input, scope) => {
  const names = node.columns.map(({ name }) => name);
  const given = node.items('Expressions');
  const windows = new Windows(scope.compilation.names);
  let at = -1;
  const list = given.flatMap((item): readonly Computed[] => {
    const several = tupleItems(item, scope, (position) => names[at + 1 + position], true);
    at += several?.length ?? 1;
    if (several) return several;
    const one = named(item);
    if (one.names.length > 1) return refuse('several names for one expression', item, scope);
    const name = one.names[0] ?? names[at] ?? nameFor(one, () => undefined);
    return [computed(name, scope.compilation.scalar(one.expression, { ...scope, windows }))];
  });
  return project(windows.over(input), list, scope);
};

/** `extend` and `serialize`. */
export const extendOperator: Operator = (node, input, scope) => {
  const before = new Set(input.columns.map(({ name }) => name));
  const given = new Set(node.items('Expressions').flatMap((item) => named(item).names));
  const automatic = node.columns
    .map(({ name }) => name)
    .filter((name) => !before.has(name) && !given.has(name));
  const unnamed = node.items('Expressions').reduce((sum, item) => sum + unnamedColumns(item), 0);
  if (unnamed > 0 && unnamed !== automatic.length)
    return refuse('extend without a name: it replaces the column of its argument', node, scope);
  const windows = new Windows(scope.compilation.names);
  const added = items(node, { ...scope, windows }, () => automatic.shift());
  return project(windows.over(input), added.reduce(withColumn, input.columns.map(kept)), scope);
};

/** `serialize`. */
export const serializeOperator: Operator = (node, input, scope) => {
  const serialized = { ...input, serialized: true };
  return extendOperator(node, serialized, { ...scope, row: serialized });
};

/** The columns that a name or a pattern with `*` picks. */
export function matching(node: SyntaxNode, columns: readonly PlanColumn[]): readonly PlanColumn[] {
  const text = node.text.replace(/^\[?(['"])(.*)\1\]?$/, '$2');
  if (!text.includes('*')) return columns.filter(({ name }) => name === node.simpleName || name === text);
  return patterned(text, columns);
}

function patterned(text: string, columns: readonly PlanColumn[]): readonly PlanColumn[] {
  const pattern = text.split('*').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const regex = new RegExp(`^${pattern.join('.*')}$`, 's');
  return columns.filter(({ name }) => regex.test(name));
}

function picked(node: SyntaxNode, input: Relation): ReadonlySet<PlanColumn> {
  return new Set(node.items('Expressions').flatMap((item) => matching(item, input.columns)));
}

/** `project-away`. */
export const projectAwayOperator: Operator = (node, input, scope) => {
  const away = picked(node, input);
  return project(input, input.columns.filter((column) => !away.has(column)).map(kept), scope);
};

/** `project-keep`. */
export const projectKeepOperator: Operator = (node, input, scope) => {
  const keep = picked(node, input);
  return project(input, input.columns.filter((column) => keep.has(column)).map(kept), scope);
};

/** `project-rename`. */
export const projectRenameOperator: Operator = (node, input, scope) => {
  const renamed = new Map(
    node.items('Expressions').map((item) => {
      const { names, expression } = named(item);
      return [expression.simpleName, names[0] ?? expression.simpleName] as const;
    }),
  );
  const list = input.columns.map((column) => ({
    ...kept(column),
    name: renamed.get(column.name) ?? column.name,
  }));
  return project(input, list, scope);
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `a20` before `a100`: runs of digits by their values. */
function byNumbers(a: string, b: string): number {
  const [left, right] = [a.match(/\d+|\D+/g) ?? [], b.match(/\d+|\D+/g) ?? []];
  const at = left.findIndex((part, index) => part !== right[index]);
  if (at < 0) return left.length - right.length;
  const [x = '', y = ''] = [left[at], right[at]];
  const difference = /^\d/.test(x) && /^\d/.test(y) ? Number(BigInt(x) - BigInt(y)) : 0;
  return difference === 0 ? byText(x, y) : difference;
}

/** `project-reorder`. */
export const projectReorderOperator: Operator = (node, input, scope) => {
  const order = new Set<PlanColumn>();
  for (const item of node.items('Expressions')) {
    const direction = item.part('Ordering')?.part('AscOrDescKeyword')?.text;
    const found = [...matching(item.part('Ordering') ? item.must('Expression') : item, input.columns)];
    if (direction !== undefined) {
      const compare = direction.startsWith('granny') ? byNumbers : byText;
      found.sort((a, b) => compare(a.name, b.name) * (direction.endsWith('desc') ? -1 : 1));
    }
    for (const column of found) order.add(column);
  }
  for (const column of input.columns) order.add(column);
  return project(input, [...order].map(kept), scope);
};

/** `project-by-names`: the columns that names, arrays of names, and patterns with `*` pick, in that order. */
export const projectByNamesOperator: Operator = (node, input, scope) => {
  const picked = node.items('Expressions').flatMap((item) => {
    const { constant, type } = scope.compilation.scalar(item, scope);
    if (type === 'string' && typeof constant === 'string') return patterned(constant, input.columns);
    const names = type === 'dynamic' && typeof constant === 'string' ? parseJson(constant) : null;
    if (!isArray(names) || names.some((name) => typeof name !== 'string' || name.includes('*')))
      return refuse('project-by-names of this value', item, scope);
    return names.flatMap((name) => input.columns.filter((column) => column.name === name));
  });
  return project(input, [...new Set(picked)].map(kept), scope);
};
