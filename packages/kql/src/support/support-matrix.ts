import { AGGREGATES } from '../functions/aggregates';
import { FUNCTIONS, SPECIALS, TUPLES } from '../functions/catalogue';
import { GEO_REFUSED } from '../functions/geo-refused';
import { MULTIPLE_AGGREGATES } from '../functions/multiple-aggregates';
import { NEAREST_RANK } from '../functions/percentile-aggregates';
import { OPERATORS } from '../operators/catalogue';
import { PLUGIN_NOTES, PLUGINS } from '../operators/evaluate';
import { SOURCES } from '../operators/relation';
import { alternativeTo } from '../plan/alternatives';
import { inventory } from '../parser/inventory';

const PARSED =
  'text behind the last delimiter, and a delimiter that comes again before the pattern goes on, end the query: no document says what comes of them';

/** One construct of the language, and what this engine does with it. */
export interface Support {
  readonly kind: 'operator' | 'function' | 'aggregate' | 'plugin';
  readonly name: string;
  /** `exact` answers as Kusto does; `refused` is an error that names the construct. */
  readonly status: 'exact' | 'refused';
  /** What is not quite the same, or refused in part. */
  readonly note?: string;
  /** What to write in its place where it is refused, if that is known. */
  readonly instead?: string;
  /** Where Microsoft documents it. */
  readonly link: string;
}

/** Operators that are answered in part, and what of them is refused. */
const PARTLY: Readonly<Record<string, string>> = {
  MakeSeriesOperator:
    'of numbers; `in range`, `kind=nonempty` by keys, and rows that all lie outside of the bounds are refused',
  ParseOperator: PARSED,
  ParseWhereOperator: PARSED,
  SampleOperator: 'by chance',
  SearchOperator:
    'text, whole numbers, dynamic and guid columns; a term that only another column holds ends the query; one `*` at either end of a term',
};

/** Functions that are answered only where their arguments are invalid. */
const REFUSED: ReadonlySet<string> = new Set(GEO_REFUSED.map(({ name }) => name));

/** Every operator, function, aggregate and plugin that the parser knows, with what this engine does with it. */
export function supportMatrix(): readonly Support[] {
  const known = inventory();
  return [
    ...known.operators.map((name) => operator(name)),
    ...known.functions.map((name) => {
      const row = FUNCTIONS.get(name) ?? SPECIALS.get(name) ?? TUPLES.get(name);
      const done = row !== undefined || name === 'toscalar' || name === 'table';
      return entry('function', name, done && !REFUSED.has(name), row?.note);
    }),
    ...known.aggregates.map((name) => {
      const several = (MULTIPLE_AGGREGATES as readonly string[]).includes(name);
      return entry(
        'aggregate',
        name,
        several || AGGREGATES.has(name),
        name.startsWith('percentiles') ? NEAREST_RANK : AGGREGATES.get(name)?.note,
      );
    }),
    ...known.plugins.map((name) => entry('plugin', name, Object.hasOwn(PLUGINS, name), PLUGIN_NOTES[name])),
  ];
}

function operator(kind: string): Support {
  const done = Object.hasOwn(OPERATORS, kind) || Object.hasOwn(SOURCES, kind);
  const name = kind
    .replace(/Operator$/, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace('get-schema', 'getschema');
  return entry('operator', name === 'filter' ? 'where' : name, done, PARTLY[kind]);
}

function entry(kind: Support['kind'], name: string, done: boolean, note?: string): Support {
  const page = name.replaceAll('_', '-');
  const instead = done ? undefined : alternativeTo(`${kind}: ${name}`);
  const suffix = {
    operator: 'operator',
    function: 'function',
    aggregate: 'aggregation-function',
    plugin: 'plugin',
  }[kind];
  return {
    kind,
    name,
    status: done ? 'exact' : 'refused',
    ...(note === undefined ? {} : { note }),
    ...(instead === undefined ? {} : { instead }),
    link: `https://learn.microsoft.com/kusto/query/${page}-${suffix}`,
  };
}
