import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import { nullSql } from '../sql/quote-sql';
import type { AggregateCall, AggregateRow } from './aggregate-row';
import { once } from './once';
import { allArguments, type Call, type SpecialRow } from './special-row';

const NOTE = 'holds every distinct value, where Kusto estimates; the raw sketch cannot be read as a value';

/** What the text of a set begins with; no JSON does, so that nothing but its own functions can read one. */
export const SKETCH_MARK = '~hll:';

/** The digests of the values of a set, in order; 32 digits each, joined by commas. */
const setText = (list: string): string =>
  `'${SKETCH_MARK}' || array_to_string(list_sort(list_distinct(coalesce(${list}, []))), ',')`;

const members = (sketch: string): string =>
  `list_filter(string_split(substr(${sketch}, ${SKETCH_MARK.length + 1}), ','), lambda m: m <> '')`;

/** How many distinct values a set holds. */
export const sketchCount = (sketch: string): string =>
  once([sketch], (s) => `CASE WHEN ${checked(s)} THEN (length(${s}) - ${SKETCH_MARK.length} + 1) // 33 END`);

/** How many distinct values several sets share. */
export const sharedCount = (sketches: readonly string[]): string =>
  `len(${sketches.map((sketch) => members(sketch)).reduce((left, right) => `list_intersect(${left}, ${right})`)})`;

const checked = (sketch: string): string =>
  `CASE WHEN starts_with(${sketch}, '${SKETCH_MARK}') THEN true ELSE error('unsupported value: not an hll of this engine') END`;

function sketch(call: AggregateCall, at?: number): Scalar {
  const { type, sql } = call.arg(0);
  const kind = type === 'int' || type === 'long' ? 'long' : type;
  const filter = [`${sql} IS NOT NULL`, ...(at === undefined ? [] : [call.as(at, 'bool')])].join(' AND ');
  call.scope.compilation.flags.sketches = true;
  const list = `list(DISTINCT md5('${kind}:' || CAST(${sql} AS VARCHAR))) FILTER (WHERE ${filter})`;
  return {
    type: 'dynamic',
    sql: `CASE WHEN count(*) > 0 THEN ${setText(list)} ELSE ${nullSql('dynamic')} END`,
  };
}

function merged(call: Call): Scalar {
  const sketches = allArguments(call).map((arg, index) =>
    arg.type === 'dynamic'
      ? arg.sql
      : refuse(`hll_merge of a ${arg.type}`, call.args[index] ?? call.node, call.scope),
  );
  return {
    type: 'dynamic',
    sql: setText(`flatten([${sketches.map((one) => `coalesce(${members(one)}, [])`).join(', ')}])`),
  };
}

/** The aggregates that make and merge sets of distinct values. */
export const SKETCH_AGGREGATES: readonly AggregateRow[] = [
  { name: 'hll', note: NOTE, build: (call) => sketch(call) },
  { name: 'hll_if', note: NOTE, build: (call) => sketch(call, 1) },
  {
    name: 'hll_merge',
    note: NOTE,
    build: (call) => {
      const { type, sql } = call.arg(0);
      if (type !== 'dynamic') return refuse(`hll_merge of a ${type}`, call.node, call.scope);
      return {
        type: 'dynamic',
        sql: `CASE WHEN count(${sql}) > 0 THEN ${setText(`flatten(list(${members(sql)}) FILTER (WHERE ${sql} IS NOT NULL))`)} ELSE ${nullSql('dynamic')} END`,
      };
    },
  },
];

/** The functions that read sets of distinct values. */
export const SKETCH_SPECIALS: readonly SpecialRow[] = [
  {
    name: 'dcount_hll',
    note: NOTE,
    build: (call) => {
      const { type, sql } = call.arg(0);
      if (type !== 'dynamic') return refuse(`dcount_hll of a ${type}`, call.node, call.scope);
      return { type: 'long', sql: sketchCount(sql) };
    },
  },
  { name: 'hll_merge', note: NOTE, build: merged },
];
