import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Relation } from '../plan/relation';
import { outsideRows, type Scope } from '../plan/scope';
import { unlessUnresolved } from '../plan/unresolved-table';
import { scanTable } from './scan';

/** A table that goes into a union, with the name that `withsource` gives it. */
export interface Part {
  readonly name: string;
  readonly relation: Relation;
}

interface Naming {
  /** What a table without a name is called, before its number. */
  readonly prefix: string;
  readonly offset: number;
  /** Whether tables that are not there are left out. */
  readonly fuzzy?: boolean;
}

/** The tables that a list names: by name, by a pattern with `*`, or by a query of their own. */
export function partsOf(
  items: readonly SyntaxNode[],
  { prefix, offset, fuzzy }: Naming,
  scope: Scope,
): readonly Part[] {
  const outer = outsideRows(scope);
  return items.flatMap((item, index): readonly Part[] => {
    if (item.kind === 'NameReference' && item.text.includes('*')) return wildcard(item, outer);
    const found = (within: Scope): Relation => scope.compilation.relation(item, within);
    const relation = fuzzy ? unlessUnresolved(outer, found) : found(outer);
    if (!relation) return [];
    const table = item.kind === 'NameReference' && !scope.bindings.has(item.simpleName);
    const name = table ? item.simpleName : (relation.label ?? `${prefix}${index + offset}`);
    return [{ name, relation }];
  });
}

/** All that a search without a list looks through: the loaded tables, and the views of the query. */
export const everything = (node: SyntaxNode, scope: Scope): readonly Part[] => named(() => true, node, scope);

/** The loaded tables and views that a pattern with `*` picks. */
function wildcard(item: SyntaxNode, scope: Scope): readonly Part[] {
  const text = item.text.replace(/^\[(['"])(.*)\1\]$/, '$2');
  const pattern = text.split('*').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const regex = new RegExp(`^${pattern.join('.*')}$`);
  return named((name) => regex.test(name), item, scope);
}

function named(wanted: (name: string) => boolean, node: SyntaxNode, scope: Scope): readonly Part[] {
  const { schema, views } = scope.compilation;
  const tables = schema.tables.filter(({ name }) => wanted(name) && !views.has(name));
  return [
    ...tables.map(({ name }) => ({ name, relation: scanTable(name, node, outsideRows(scope)) })),
    ...[...views].filter(([name]) => wanted(name)).map(([name]) => ({ name, relation: view(name, scope) })),
  ];
}

function view(name: string, { compilation }: Scope): Relation {
  const { node, scope } = compilation.views.get(name) as { node: SyntaxNode; scope: Scope };
  const body = node.must('Body');
  if (body.items('Statements').length > 0 || node.must('Parameters').items('Parameters').length > 0)
    return refuse(`wildcard over a view with parameters or statements: ${name}`, node, scope);
  return compilation.relation(body.must('Expression'), scope);
}
