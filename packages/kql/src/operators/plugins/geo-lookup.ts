import { hostCall } from '../../functions/host-function';
import { convert } from '../../functions/convert';
import type { SyntaxNode } from '../../parser/syntax-node';
import { refuse } from '../../plan/refusal';
import type { PlanColumn, PlanNode, Relation } from '../../plan/relation';
import type { Scope } from '../../plan/scope';
import { planColumns } from '../../plan/shape';
import { quoteId } from '../../sql/quote-sql';
import { distanceToLine } from '../../values/geo/line-functions';
import { distanceToPolygon, pointInPolygon } from '../../values/geo/polygon-functions';
import type { Operator } from '../operator';
import { argumentsByName, columnArgument, constantArgument } from './plugin-arguments';

const PARAMETERS = [
  'lookup_table',
  'lookup_key',
  'longitude',
  'latitude',
  'radius',
  'return_unmatched',
  'lookup_area_radius',
  'return_lookup_key',
] as const;

interface Lookup {
  readonly table: Relation;
  readonly key: PlanColumn;
  /** SQL of the place and the radius, over the alias `l`. */
  readonly place: readonly string[];
  readonly keepsUnmatched: boolean;
  readonly keepsKey: boolean;
}

/**
 * `evaluate geo_polygon_lookup(…)` and `geo_line_lookup(…)`: the rows of a table with those whose polygon holds their
 * place, or whose line or polygon lies within a radius in metres of it. The columns of the source come first.
 */
export function geoLookup(kind: 'polygon' | 'line'): Operator {
  return (node, input, scope) => {
    const call = node.must('FunctionCall');
    const lookup = lookupOf(call, input, scope);
    const { table, key, place } = lookup;
    if (kind === 'line' && place.length < 3) return refuse('geo_line_lookup without a radius', call, scope);
    const condition = hostCall(
      {
        name: `geo_${kind}_lookup`,
        takes: place.length < 3 ? ['dynamic', 'real', 'real'] : ['dynamic', 'real', 'real', 'real'],
        gives: 'bool',
        call: (shape: string, lng: number, lat: number, radius?: number) =>
          near(kind, shape, [lng, lat], radius),
      },
      [`r.${quoteId(key.id)}`, ...place],
      scope,
    );
    return joined(lookup, { left: input.node, right: table.node, condition }, input, call, scope);
  };
}

function near(
  kind: 'polygon' | 'line',
  shape: string,
  at: readonly [number, number],
  radius?: number,
): boolean {
  if (radius === undefined) return pointInPolygon(...at, shape) ?? false;
  const distance = (kind === 'line' ? distanceToLine : distanceToPolygon)(...at, shape);
  return distance !== null && distance <= radius;
}

function lookupOf(call: SyntaxNode, input: Relation, scope: Scope): Lookup {
  const given = argumentsByName(call, PARAMETERS, scope);
  const tableNode = given.get('lookup_table') ?? refuse('lookup without a table', call, scope);
  if (given.has('lookup_area_radius')) return refuse('lookup_area_radius', call, scope);
  const { compilation, bindings } = scope;
  const table = compilation.relation(tableNode, { compilation, bindings });
  const flag = (name: string): boolean =>
    given.has(name) && constantArgument(given.get(name), call, scope).constant === true;
  const degrees = ['longitude', 'latitude'].map((name) => {
    const { id, type } = columnArgument(given.get(name), input, call, scope);
    const value = convert({ type, sql: `l.${quoteId(id)}` }, 'real', scope);
    return (value ?? refuse(`${name} of the type ${type}`, call, scope)).sql;
  });
  const radius = given.get('radius') && constantArgument(given.get('radius'), call, scope);
  const metres = radius && (convert(radius, 'real', scope) ?? refuse('radius', call, scope)).sql;
  return {
    table,
    key: columnArgument(given.get('lookup_key'), table, call, scope),
    place: metres === undefined ? degrees : [...degrees, metres],
    keepsUnmatched: flag('return_unmatched'),
    keepsKey: flag('return_lookup_key'),
  };
}

interface Sides {
  readonly left: PlanNode;
  readonly right: PlanNode;
  readonly condition: string;
}

function joined(lookup: Lookup, sides: Sides, input: Relation, call: SyntaxNode, scope: Scope): Relation {
  const { table, key, keepsUnmatched, keepsKey } = lookup;
  const added = table.columns.filter((column) => keepsKey || column !== key);
  const clash = added.find(({ name }) => input.columns.some((column) => column.name === name));
  if (clash) return refuse(`lookup with a column of both sides: ${clash.name}`, call, scope);
  const found = added.map(({ type, id }) => {
    const sql = `r.${quoteId(id)}`;
    return keepsUnmatched && type === 'string' ? `coalesce(${sql}, '')` : sql;
  });
  const columns = planColumns([...input.columns, ...added], scope);
  const sqls = [...input.columns.map(({ id }) => `l.${quoteId(id)}`), ...found];
  const items = sqls.map((sql, index) => ({ id: columns[index]?.id ?? '', sql }));
  return {
    node: { kind: 'join', type: keepsUnmatched ? 'LEFT' : 'INNER', ...sides, items },
    columns,
    order: [],
  };
}
