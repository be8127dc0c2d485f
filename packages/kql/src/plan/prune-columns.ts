import { withInputs } from './plan-inputs';
import type { PlanNode, SelectItem } from './relation';
import { rewritePlan, type Asked, type Down } from './rewrite-plan';

/** Which columns a reader takes: some, by their ids, or all. */
export type Wanted = ReadonlySet<string> | 'all';

/** Leaves out the columns that nobody reads, so that wide tables neither bloat the SQL nor fill what is materialized. */
export const pruneColumns = (roots: readonly Asked<Wanted>[]): readonly PlanNode[] =>
  rewritePlan(roots, (one, other) => (one === 'all' || other === 'all' ? 'all' : and(one, other)), prune);

type Of<Kind extends PlanNode['kind']> = Extract<PlanNode, { kind: Kind }>;

function prune(node: PlanNode, wanted: Wanted, down: Down<Wanted>): PlanNode {
  switch (node.kind) {
    case 'scan':
    case 'empty':
      return { ...node, items: kept(node.items, wanted) };
    case 'select': {
      const items = kept(node.items, wanted);
      return { ...node, items, input: down(node.input, read(items, wanted)) };
    }
    case 'filter':
      return { ...node, input: down(node.input, and(wanted, identifiers([node.condition]))) };
    case 'aggregate':
      return aggregated(node, wanted, down);
    case 'distinct':
      return distinct(node, wanted, down);
    case 'limit':
      return { ...node, input: down(node.input, and(wanted, new Set(node.order.map(({ id }) => id)))) };
    case 'join':
      return joined(node, wanted, down);
    case 'union':
      return united(node, wanted, down);
    case 'expand':
      return expanded(node, wanted, down);
    default:
      return withInputs(node, (input) => down(input, 'all'));
  }
}

/** The number of an item is not made where nobody asks for it: the other lists give the same rows. */
function expanded(node: Of<'expand'>, wanted: Wanted, down: Down<Wanted>): PlanNode {
  const named = identifiers(node.items.map(({ sql }) => sql));
  const everything = node.items.some(isEverything);
  const counted =
    node.limit !== undefined ||
    named.has(node.index) ||
    (everything && (wanted === 'all' || wanted.has(node.index)));
  const lists =
    node.lists.length > 1 && !counted ? node.lists.filter(({ id }) => id !== node.index) : node.lists;
  const below = and(named, identifiers(lists.map(({ sql }) => sql)));
  return { ...node, lists, input: down(node.input, everything ? and(wanted, below) : below) };
}

function aggregated(node: Of<'aggregate'>, wanted: Wanted, down: Down<Wanted>): PlanNode {
  const items = kept(node.items, wanted);
  const some = node.keys.length + items.length > 0 ? items : node.items.slice(0, 1);
  const sqls = [...node.keys, ...some].map(({ sql }) => sql);
  return { ...node, items: some, input: down(node.input, identifiers(sqls)) };
}

function distinct(node: Of<'distinct'>, wanted: Wanted, down: Down<Wanted>): PlanNode {
  const chosen = node.on && wanted !== 'all' ? node.ids.filter((id) => wanted.has(id)) : node.ids;
  const ids = chosen.length > 0 ? chosen : node.ids.slice(0, 1);
  const places = (node.order ?? []).map(({ id }) => id);
  return {
    ...node,
    ids,
    input: down(node.input, and(new Set([...ids, ...places]), identifiers(node.on ?? []))),
  };
}

const isEverything = ({ sql }: SelectItem): boolean => sql === '*';

/** The items that are wanted; what makes rows stays. */
const kept = (items: readonly SelectItem[], wanted: Wanted): readonly SelectItem[] =>
  wanted === 'all'
    ? items
    : items.filter((item) => isEverything(item) || wanted.has(item.id) || makesRows(item));

const makesRows = ({ sql }: SelectItem): boolean => /\bunnest\(/i.test(sql);

/** What a selection reads of its input. */
const read = (items: readonly SelectItem[], wanted: Wanted): Wanted => {
  const named = identifiers(items.map(({ sql }) => sql));
  return items.some(isEverything) ? and(wanted, named) : named;
};

const and = (one: Wanted, other: Wanted): Wanted =>
  one === 'all' || other === 'all' ? 'all' : new Set([...one, ...other]);

/** The quoted identifiers of some SQL, and perhaps more; `side` leaves out those of the other side of a join. */
function identifiers(sqls: readonly string[], side?: 'l' | 'r'): ReadonlySet<string> {
  const found = new Set<string>();
  for (const sql of sqls) {
    for (const [, alias, name] of sql.matchAll(/'(?:[^']|'')*'|(?:\b([lr])\.)?"((?:[^"]|"")*)"/g)) {
      if (name === undefined) continue;
      if (side === undefined || alias === undefined || alias === side) found.add(name.replaceAll('""', '"'));
    }
  }
  return found;
}

function joined(node: Of<'join'>, wanted: Wanted, down: Down<Wanted>): PlanNode {
  const items = kept(node.items, wanted);
  const sqls = [node.condition, ...items.map(({ sql }) => sql)];
  const everything = items.some(isEverything);
  const oneSided = node.type === 'SEMI' || node.type === 'ANTI';
  const left = everything ? and(wanted, oneSided ? identifiers(sqls, 'l') : 'all') : identifiers(sqls, 'l');
  const right = everything && !oneSided ? 'all' : identifiers(sqls, 'r');
  return { ...node, items, left: down(node.left, left), right: down(node.right, right) };
}

/** The parts of a union agree by position: they lose a column together, or not at all. */
function united(node: Of<'union'>, wanted: Wanted, down: Down<Wanted>): PlanNode {
  const shapes = node.inputs.map((input) =>
    input.kind === 'select' && !input.items.some((item) => isEverything(item) || makesRows(item))
      ? input.items.map(({ id }) => id).join('\0')
      : undefined,
  );
  const alike = shapes.every((shape) => shape !== undefined && shape === shapes[0]);
  return { ...node, inputs: node.inputs.map((input) => down(input, alike ? wanted : 'all')) };
}
