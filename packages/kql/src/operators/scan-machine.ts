import type { KqlType } from '@casebook/core';
import { STORAGE } from '../contract/storage-types';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanNode, Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { planColumns } from '../plan/shape';
import { orderSql } from '../sql/emit';
import { quoteId } from '../sql/quote-sql';

/** The names of the row and of the state in the SQL of a step; names that count as plain where templates repeat them. */
export const SCAN_ROW = 'q9001';
/** See `SCAN_ROW`. */
export const SCAN_STATE = 'q9002';

/** A column that `scan` declares, with the SQL of its default. */
export interface Declared {
  readonly name: string;
  readonly type: KqlType;
  readonly initial: string;
}

/** A condition, and the values of the declared columns where it holds. */
export interface When {
  readonly test: string;
  readonly values: readonly string[];
}

/** A step: what it does with a match of the step before, and with a match of its own. */
export interface Step {
  readonly output: 'all' | 'none';
  readonly advance?: When;
  readonly repeat: When;
}

/** All that runs. */
export interface Scan {
  readonly input: Relation;
  readonly declared: readonly Declared[];
  readonly steps: readonly Step[];
  /** The columns of each step that some expression reads. */
  readonly used: readonly ReadonlySet<string>[];
  readonly keys: readonly string[];
  readonly matchId: string | undefined;
}

/** Rows that one inner fold takes: what a fold has put out is copied with each row, so folds nest. */
const CHUNK = 256;

/** Folds the rows, and gives the rows that matched with the values of their match. */
export function runMachine(scan: Scan, node: SyntaxNode, scope: Scope): Relation {
  const { input, declared, matchId } = scan;
  const { names } = scope.compilation;
  const id = [{ name: matchId ?? '', type: 'long' as const }].filter(({ name }) => name !== '');
  const columns = planColumns([...input.columns, ...declared, ...id], scope);
  const [place, match] = [names.fresh('place'), names.fresh('match')];
  const over = input.order.length > 0 ? `ORDER BY ${orderSql(input.order)}` : '';
  const rows: PlanNode = {
    kind: 'shared',
    name: names.fresh('rows'),
    materialized: true,
    input: {
      kind: 'select',
      input: input.node,
      items: [
        { id: '*', sql: '*' },
        { id: place, sql: `row_number() OVER (${over})` },
      ],
    },
  };
  const values = [...declared.map((_, index) => `m.o.d${index}`), ...id.map(() => 'm.o.m')];
  const added = values.map((sql, at) => `${sql} AS ${quoteId(columns[input.columns.length + at]?.id ?? '')}`);
  const { before, after } = matches(scan, quoteId(place), node, scope);
  const plan: PlanNode = {
    kind: 'template',
    inputs: [rows, rows],
    pieces: [
      `SELECT ${['r.*', ...added, `m.p AS ${quoteId(match)}`].join(', ')} FROM (SELECT unnest(o) AS o, generate_subscripts(o, 1) AS p FROM (${before}`,
      `${after})) AS m JOIN `,
      ` AS r ON r.${quoteId(place)} = m.o.i`,
    ],
  };
  const order = [place, match].map((one) => ({ id: one, descending: false, nullsFirst: false }));
  return { node: plan, columns, order, serialized: true };
}

/** The SQL around the numbered rows that gives `o`, the list of matches, for each partition. */
function matches(
  scan: Scan,
  place: string,
  node: SyntaxNode,
  scope: Scope,
): Record<'before' | 'after', string> {
  const { step, values } = hoisted(rowFold(scan));
  if (step.includes('\0')) return refuse('scan with a subquery', node, scope);
  const columns = scan.input.columns.flatMap(({ id }, index) =>
    new RegExp(`${SCAN_ROW}\\.c${index}\\b`).test(step) ? [{ sql: quoteId(id), name: `c${index}` }] : [],
  );
  const read = [...columns, ...values];
  const states = scan.steps.map((_, index) => `k${index} := CAST(NULL AS ${stateType(scan, index)})`);
  const outputs = `CAST([] AS STRUCT(${outputFields(scan).join(', ')})[])`;
  const fresh = ['n := 0::BIGINT', ...states, `o := ${outputs}`].join(', ');
  const element = `struct_pack(${[...read.map(({ sql, name }) => `${name} := ${sql}`), `i := ${place}`, fresh].join(', ')})`;
  const kept = (from: string, o: string): string =>
    ['n', ...scan.steps.map((_, index) => `k${index}`)]
      .map((name) => `${name} := ${from}.${name}`)
      .concat(`o := ${o}`)
      .join(', ');
  const ofRow = (from: string): string =>
    [...read.map(({ name }) => name), 'i'].map((name) => `${name} := ${from}.${name}`).join(', ');
  const body = step.replaceAll(ROW_FIELDS, ofRow(SCAN_ROW));
  const inner = `list_reduce(q9004.l, lambda ${SCAN_STATE}, ${SCAN_ROW}: ${body}, struct_pack(${ofRow('q9004.l[1]')}, ${kept('q9003', outputs)}))`;
  const joined = `list_transform([${inner}], lambda q9007: struct_pack(l := q9004.l[1:0], ${kept('q9007', 'list_concat(q9003.o, q9007.o)')}))[1]`;
  const whole = `list_reduce(ls, lambda q9003, q9004: ${joined}, struct_pack(l := ls[1].l[1:0], ${fresh}))`;
  const groups = scan.keys.map((sql, index) => ({ sql: `${sql} AS "~g${index}"`, name: `"~g${index}"` }));
  const by = (names: readonly string[]): string => (names.length > 0 ? ` GROUP BY ${names.join(', ')}` : '');
  const names = groups.map(({ name }) => name);
  return {
    before: `SELECT (${whole}).o AS o FROM (SELECT list(struct_pack(l := l, ${fresh}) ORDER BY "~chunk") AS ls FROM (SELECT ${[...groups.map(({ sql }) => sql), `${place} // ${CHUNK} AS "~chunk"`, `list(${element} ORDER BY ${place}) AS l`].join(', ')} FROM `,
    after: `${by([...names, '"~chunk"'])})${by(names)})`,
  };
}

/** Single values from other tables stand in no fold: they come with the row. */
function hoisted(step: string): { step: string; values: readonly { name: string; sql: string }[] } {
  const found = [...new Set(step.match(/\(SELECT "[^"]+" FROM \0\d+\0\)/g))];
  return {
    step: found.reduce((text, sql, index) => text.replaceAll(sql, `${SCAN_ROW}.x${index}`), step),
    values: found.map((sql, index) => ({ name: `x${index}`, sql })),
  };
}

/** Where the fields of the row belong in the SQL of a step, once it is known which ones are read. */
const ROW_FIELDS = '~fields~of~the~row~';

const outputFields = ({ declared }: Scan): readonly string[] => [
  'i BIGINT',
  'm BIGINT',
  ...declared.map(({ type }, index) => `d${index} ${STORAGE[type]}`),
];

/** The state of a step: the number of the match, and a record of each step so far. */
function stateType(scan: Scan, state: number): string {
  const records = scan.steps.slice(0, state + 1).map((_, at) => {
    const fields = recordFields(scan, at).map(({ name, type }) => `${name} ${STORAGE[type]}`);
    return `r${at} STRUCT(${fields.join(', ')})`;
  });
  return `STRUCT(m BIGINT, ${records.join(', ')})`;
}

interface Field {
  readonly name: string;
  readonly type: KqlType;
  readonly sql: string;
  /** Which declared column it is. */
  readonly declared?: number;
}

/** What the record of a step holds: what some expression reads of it, from the row or from the values of the match. */
function recordFields({ input, declared, used }: Scan, step: number): readonly Field[] {
  const row = input.columns.map(({ name, type }, index) => ({ name, type, sql: `${SCAN_ROW}.c${index}` }));
  const values = declared.map(({ name, type }, index) => ({ name, type, sql: '', declared: index }));
  const found = [...row, ...values].flatMap((field, index): readonly Field[] =>
    used[step]?.has(field.name) ? [{ ...field, name: `f${index}` }] : [],
  );
  return found.length > 0 ? found : [{ name: 'z', type: 'bool', sql: 'true' }];
}

/** The state after a row: the steps see it from the last to the first, each as the one before it left it. */
function rowFold(scan: Scan): string {
  const last = scan.steps.length - 1;
  return scan.steps.reduceRight((state, step, index) => {
    const next = stepFold(scan, step, index);
    return index === last ? next : `list_transform([${state}], lambda ${SCAN_STATE}: ${next})[1]`;
  }, '');
}

/** The state after one step has seen the row. */
function stepFold(scan: Scan, step: Step, index: number): string {
  const { advance, repeat } = step;
  const own = `${SCAN_STATE}.k${index}`;
  const onward = advance
    ? `WHEN ${SCAN_STATE}.k${index - 1} IS NOT NULL AND ${truth(advance)} THEN ${matched(scan, step, index, index - 1)} `
    : '';
  const active = index === 0 ? '' : `${own} IS NOT NULL AND `;
  return `CASE ${onward}WHEN ${active}${truth(repeat)} THEN ${matched(scan, step, index, index)} ELSE ${SCAN_STATE} END`;
}

/** The state after a match of a step that came from the state of a step: the one before, or its own. */
function matched(scan: Scan, { output, advance, repeat }: Step, index: number, from: number): string {
  const { values } = from === index || !advance ? repeat : advance;
  const value = ({ type }: Declared, at: number): string =>
    `CAST(${values[at] ?? 'NULL'} AS ${STORAGE[type]})`;
  const record = recordFields(scan, index).map(
    ({ name, type, sql, declared }) =>
      `${name} := ${declared === undefined ? `CAST(${sql} AS ${STORAGE[type]})` : `CAST(${values[declared] ?? 'NULL'} AS ${STORAGE[type]})`}`,
  );
  const number = index === 0 ? `coalesce(${SCAN_STATE}.k0.m, ${SCAN_STATE}.n)` : `${SCAN_STATE}.k${from}.m`;
  const above = scan.steps.slice(0, index).map((_, at) => `r${at} := ${SCAN_STATE}.k${from}.r${at}, `);
  const state = `struct_pack(m := ${number}, ${above.join('')}r${index} := struct_pack(${record.join(', ')}))`;
  const out = [
    `i := ${SCAN_ROW}.i`,
    `m := ${number}`,
    ...scan.declared.map((one, at) => `d${at} := ${value(one, at)}`),
  ];
  const begun = `${SCAN_STATE}.n + CASE WHEN ${SCAN_STATE}.k0 IS NULL THEN 1 ELSE 0 END`;
  const fields = [
    ROW_FIELDS,
    `n := ${index === 0 ? begun : `${SCAN_STATE}.n`}`,
    ...scan.steps.map((_, at) => {
      if (at === index) return `k${at} := ${state}`;
      return at === from
        ? `k${at} := CAST(NULL AS ${stateType(scan, at)})`
        : `k${at} := ${SCAN_STATE}.k${at}`;
    }),
    `o := ${output === 'none' ? `${SCAN_STATE}.o` : `list_append(${SCAN_STATE}.o, struct_pack(${out.join(', ')}))`}`,
  ];
  return `struct_pack(${fields.join(', ')})`;
}

const truth = ({ test }: When): string => `coalesce(${test}, false)`;
