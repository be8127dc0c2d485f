import { aligned } from '../expressions/compare';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { JoinType, PlanColumn, PlanNode, Relation, SelectItem, SortTerm } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { planColumns } from '../plan/shape';
import { quoteId } from '../sql/quote-sql';
import { parameter, type Operator } from './operator';

interface Flavour {
  readonly type: JoinType;
  /** Which sides give columns. */
  readonly gives: 'both' | 'left' | 'right';
  /** Which sides may be missing in a row. */
  readonly missing: readonly ('l' | 'r')[];
  readonly uniqueLeft?: boolean;
}

const INNER: Flavour = { type: 'INNER', gives: 'both', missing: [] };
const LEFT_ANTI: Flavour = { type: 'ANTI', gives: 'left', missing: [] };
const RIGHT_ANTI: Flavour = { type: 'ANTI', gives: 'right', missing: [] };

/** The kinds of join by the names that KQL has for them. */
export const JOIN_KINDS: Readonly<Record<string, Flavour>> = {
  innerunique: { ...INNER, uniqueLeft: true },
  inner: INNER,
  leftouter: { type: 'LEFT', gives: 'both', missing: ['r'] },
  rightouter: { type: 'RIGHT', gives: 'both', missing: ['l'] },
  fullouter: { type: 'FULL', gives: 'both', missing: ['l', 'r'] },
  leftsemi: { type: 'SEMI', gives: 'left', missing: [] },
  rightsemi: { type: 'SEMI', gives: 'right', missing: [] },
  leftanti: LEFT_ANTI,
  leftantisemi: LEFT_ANTI,
  anti: LEFT_ANTI,
  rightanti: RIGHT_ANTI,
  rightantisemi: RIGHT_ANTI,
};

interface Key {
  readonly left: PlanColumn;
  readonly right: PlanColumn;
}

/** `join`. */
export const joinOperator: Operator = (node, input, scope) => {
  const kind = (parameter(node, 'kind') ?? 'innerunique').toLowerCase();
  const flavour = JOIN_KINDS[kind] ?? refuse(`join kind: ${kind}`, node, scope);
  const right = rightSide(node, scope);
  const keys = joinKeys(node, node.part('ConditionClause'), input, right, scope);
  return joined({ flavour, left: input, right, keys, added: right.columns }, node, scope);
};

/** `lookup`. */
export const lookupOperator: Operator = (node, input, scope) => {
  const kind = (parameter(node, 'kind') ?? 'leftouter').toLowerCase();
  const flavour = kind === 'inner' || kind === 'leftouter' ? JOIN_KINDS[kind] : undefined;
  if (!flavour) return refuse(`lookup kind: ${kind}`, node, scope);
  const right = rightSide(node, scope);
  const keys = joinKeys(node, node.part('LookupClause'), input, right, scope);
  const keyed = new Set(keys.map((key) => key.right.name));
  const added = right.columns.filter(({ name }) => !keyed.has(name));
  return joined({ flavour, left: input, right, keys, added }, node, scope);
};

const rightSide = (node: SyntaxNode, scope: Scope): Relation =>
  scope.compilation.relation(node.must('Expression'), {
    compilation: scope.compilation,
    bindings: scope.bindings,
  });

function joinKeys(
  node: SyntaxNode,
  clause: SyntaxNode | undefined,
  left: Relation,
  right: Relation,
  scope: Scope,
): readonly Key[] {
  if (clause?.kind !== 'JoinOnClause') return refuse('join without `on`', node, scope);
  const column = (relation: Relation, name: string, at: SyntaxNode): PlanColumn =>
    relation.columns.find((one) => one.name === name) ?? refuse(`join key: ${name}`, at, scope);
  return clause
    .items('Expressions')
    .flatMap(equalities)
    .map((item) => {
      if (item.kind === 'NameReference') {
        return { left: column(left, item.simpleName, item), right: column(right, item.simpleName, item) };
      }
      if (item.kind !== 'EqualExpression') return refuse(`join condition: ${item.text}`, item, scope);
      const sides = [item.must('Left'), item.must('Right')].map((side) => sideOf(side, scope));
      const find = (name: string): string =>
        sides.find((side) => side.side === name)?.column ??
        refuse(`join condition: ${item.text}`, item, scope);
      return { left: column(left, find('$left'), item), right: column(right, find('$right'), item) };
    });
}

/** `a == b and c == d` as its parts. */
function equalities(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'ParenthesizedExpression') return equalities(node.must('Expression'));
  if (node.kind !== 'AndExpression') return [node];
  return [...equalities(node.must('Left')), ...equalities(node.must('Right'))];
}

function sideOf(node: SyntaxNode, scope: Scope): { readonly side: string; readonly column: string } {
  if (node.kind === 'ParenthesizedExpression') return sideOf(node.must('Expression'), scope);
  const selector = node.part('Selector');
  if (!selector) return refuse(`join condition: ${node.text}`, node, scope);
  const named = selector.kind === 'BracketedExpression' ? selector.must('Expression') : selector;
  const column = typeof named.literal === 'string' ? named.literal : named.simpleName;
  return { side: node.must('Expression').text, column };
}

interface Join {
  readonly flavour: Flavour;
  readonly left: Relation;
  readonly right: Relation;
  readonly keys: readonly Key[];
  /** The columns of the right that the answer has. */
  readonly added: readonly PlanColumn[];
}

function joined(join: Join, node: SyntaxNode, scope: Scope): Relation {
  const { flavour, left, right, keys } = join;
  if (flavour.gives !== 'both') return oneSided(join, node, scope);
  const condition = keys.map((key) => keyCondition(key, node, scope)).join(' AND ');
  const { columns, items } = joinedColumns(join, scope);
  const order = places(left, right, items, scope);
  const over = (side: Relation): Relation => {
    const { type } = flavour;
    const node: PlanNode = { kind: 'join', type, left: side.node, right: right.node, condition, items };
    return { node, columns, order };
  };
  if (!flavour.uniqueLeft) return over(left);
  const on = keys.map((key) => key.left);
  const unique = (side: Relation): Relation => ({
    ...over(uniqueBy(side, on)),
    unique: { left: side, over: unique },
  });
  return unique(left);
}

function joinedColumns(
  { flavour, left, added }: Join,
  scope: Scope,
): { columns: readonly PlanColumn[]; items: SelectItem[] } {
  const sides = [
    ...left.columns.map((column) => ({ column, side: 'l' as const })),
    ...added.map((column) => ({ column, side: 'r' as const })),
  ];
  const names = outputNames(left.columns, added);
  const columns = planColumns(
    sides.map(({ column }, index) => ({ name: names[index] ?? '', type: column.type })),
    scope,
  );
  const items = sides.map(({ column, side }, index) => ({
    id: columns[index]?.id ?? '',
    sql: sideColumn(column, side, flavour.missing.includes(side)),
  }));
  return { columns, items };
}

/** The names of joined columns: one of the right that the left has too gets a number. */
export function outputNames(left: readonly PlanColumn[], right: readonly PlanColumn[]): readonly string[] {
  const taken = new Set([...left, ...right].map(({ name }) => name));
  const used = new Set(left.map(({ name }) => name));
  const renamed = right.map(({ name }) => {
    if (!used.has(name)) {
      used.add(name);
      return name;
    }
    let count = 1;
    while (taken.has(`${name}${count}`) || used.has(`${name}${count}`)) count += 1;
    used.add(`${name}${count}`);
    return `${name}${count}`;
  });
  return [...left.map(({ name }) => name), ...renamed];
}

const sideColumn = ({ id, type }: PlanColumn, side: 'l' | 'r', missing: boolean): string =>
  missing && type === 'string' ? `coalesce(${side}.${quoteId(id)}, '')` : `${side}.${quoteId(id)}`;

function keyCondition({ left, right }: Key, node: SyntaxNode, scope: Scope): string {
  const scalar = ({ name, type, id }: PlanColumn, side: 'l' | 'r'): Scalar =>
    type === 'dynamic'
      ? refuse(`join key of a dynamic type: ${name}`, node, scope)
      : { type, sql: `${side}.${quoteId(id)}` };
  const [a, b] = aligned(scalar(left, 'l'), scalar(right, 'r'), node, scope);
  if (a.type === 'string') return `${a.sql} = ${b.sql}`;
  return `${a.sql} IS NOT DISTINCT FROM ${b.sql}`;
}

function oneSided({ flavour, left, right, keys }: Join, node: SyntaxNode, scope: Scope): Relation {
  const leftKept = flavour.gives === 'left';
  const [kept, other] = leftKept ? [left, right] : [right, left];
  const sides = leftKept ? keys : keys.map((key) => ({ left: key.right, right: key.left }));
  const condition = sides.map((key) => keyCondition(key, node, scope)).join(' AND ');
  const items = [{ id: '*', sql: '*' }];
  return {
    ...kept,
    node: { kind: 'join', type: flavour.type, left: kept.node, right: other.node, condition, items },
  };
}

function uniqueBy(left: Relation, keys: readonly PlanColumn[]): Relation {
  const on = keys.map(({ id }) => quoteId(id));
  const hidden = left.order.map(({ id }) => id);
  const ids = [...new Set([...left.columns.map(({ id }) => id), ...hidden])];
  return { ...left, node: { kind: 'distinct', input: left.node, ids, on, order: left.order } };
}

/** Rows that know their place keep it through a join: by the left place, then by the right one. */
function places(left: Relation, right: Relation, items: SelectItem[], scope: Scope): readonly SortTerm[] {
  const sides = [
    ...left.order.map((term) => ({ term, side: 'l' })),
    ...right.order.map((term) => ({ term, side: 'r' })),
  ];
  if (sides.length === 0 || !sides.every(({ term }) => term.id.startsWith('~row'))) return [];
  return sides.map(({ term, side }) => {
    const id = scope.compilation.names.fresh('row');
    items.push({ id, sql: `${side}.${quoteId(term.id)}` });
    return { ...term, id, nullsFirst: false };
  });
}
