import type { KqlType } from '@casebook/core';
import { refuse } from '../plan/refusal';
import type { SortTerm } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import { orderSql } from '../sql/emit';
import { nullSql } from '../sql/quote-sql';
import { convert } from './convert';
import { sessionStarts } from './session-starts';
import { converted, type Call, type SpecialRow } from './special-row';

/** The order of the rows that a call looks at; rows without a serialized order are refused, as Kusto refuses them. */
function rowOrder(call: Call): readonly SortTerm[] {
  const { row, windows } = call.scope;
  if (!row?.serialized) return refuse(`${call.name} over rows without an order`, call.node, call.scope);
  if (row.order.length > 0 || !windows) return row.order;
  const id = windows.hold('row_number() OVER ()').slice(1, -1);
  return [{ id, descending: false, nullsFirst: false }];
}

/** A window over the rows, or over those since the last restart. */
function over(order: readonly SortTerm[], group?: string, frame = ''): string {
  const parts = [
    group === undefined ? '' : `PARTITION BY ${group}`,
    order.length > 0 ? `ORDER BY ${orderSql(order)}` : '',
    frame,
  ];
  return `OVER (${parts.filter(Boolean).join(' ')})`;
}

const RUNNING = 'ROWS UNBOUNDED PRECEDING';

const hold = (call: Call, sql: string): string => call.scope.windows?.hold(sql) ?? sql;

/** The column that numbers the stretches between restarts; nothing for a call that never restarts. */
function stretch(call: Call, index: number, order: readonly SortTerm[]): string | undefined {
  if (call.args.length <= index) return undefined;
  const restart = converted(call, index, 'bool');
  if (restart.constant === false || restart.constant === null) return undefined;
  const { windows } = call.scope;
  if (!windows) return refuse(`${call.name} with a restart here`, call.node, call.scope);
  return windows.hold(`sum(CASE WHEN ${restart.sql} THEN 1 ELSE 0 END) ${over(order, undefined, RUNNING)}`);
}

function neighbour(which: 'lag' | 'lead') {
  return (call: Call): Scalar => {
    const order = rowOrder(call);
    const value = call.arg(0);
    const offset = call.args[1] ? call.arg(1).constant : 1n;
    if (typeof offset !== 'bigint' || offset < 0n)
      return refuse(`${call.name} by this offset`, call.args[1] ?? call.node, call.scope);
    const given = call.args[2] ? fallback(call.arg(2), value.type, call) : undefined;
    if (call.args[2] && !given) return refuse(`${call.name} with this default`, call.args[2], call.scope);
    const other = given?.sql ?? nullSql(value.type);
    return {
      type: value.type,
      sql: hold(call, `${which}(${value.sql}, ${offset}, ${other}) ${over(order)}`),
    };
  };
}

/** The default of a neighbour, where its type loses nothing. */
function fallback(value: Scalar, type: KqlType, call: Call): Scalar | undefined {
  const widens = value.type === 'int' || value.type === 'long' ? ['int', 'long', 'real', 'decimal'] : [];
  const same = value.type === type || value.constant === null || widens.includes(type);
  return same ? convert(value, type, call.scope) : undefined;
}

function rowNumber(call: Call): Scalar {
  const order = rowOrder(call);
  const start = call.args[0] ? converted(call, 0, 'long').sql : '1';
  const place = hold(call, `row_number() ${over(order, stretch(call, 1, order))}`);
  return { type: 'long', sql: `(${place} + ${start} - 1)` };
}

/** A sum as 64 bits hold it. */
const wrapped = (total: string): string =>
  `CAST(((${total} + 9223372036854775808::HUGEINT) % 18446744073709551616 + 18446744073709551616) % 18446744073709551616 - 9223372036854775808 AS BIGINT)`;

const SUMMED: Partial<Record<KqlType, KqlType>> = {
  int: 'long',
  long: 'long',
  real: 'real',
  timespan: 'timespan',
};

function runningSum(call: Call): Scalar {
  const order = rowOrder(call);
  const { type, sql } = call.arg(0);
  const gives = SUMMED[type] ?? refuse(`${call.name} of a ${type}`, call.node, call.scope);
  const window = over(order, stretch(call, 1, order), RUNNING);
  if (gives === 'real') return { type: gives, sql: hold(call, `coalesce(sum(${sql}) ${window}, 0)`) };
  const total = hold(call, `coalesce(sum(${sql}::HUGEINT) ${window}, 0)`);
  return { type: gives, sql: wrapped(total) };
}

/** The ranks count changes of the term from row to row, as the streaming engine does, whatever the order of the terms. */
function rank(kind: 'dense' | 'min') {
  return (call: Call): Scalar => {
    const order = rowOrder(call);
    const { windows } = call.scope;
    if (!windows) return refuse(`${call.name} here`, call.node, call.scope);
    const group = stretch(call, 1, order);
    const term = call.arg(0).sql;
    const place = windows.hold(`row_number() ${over(order, group)}`);
    const before = windows.hold(`lag(${term}) ${over(order, group)}`);
    const changed = `(${place} = 1 OR ${before} IS DISTINCT FROM ${term})`;
    const window = over(order, group, RUNNING);
    const sql =
      kind === 'dense'
        ? `sum(CASE WHEN ${changed} THEN 1 ELSE 0 END) ${window}`
        : `max(CASE WHEN ${changed} THEN ${place} END) ${window}`;
    return { type: 'long', sql: `CAST(${windows.hold(sql)} AS BIGINT)` };
  };
}

/** `row_window_session`, by the documented rule, folded over all rows in their order. */
function windowSession(call: Call): Scalar {
  const order = rowOrder(call);
  const { windows } = call.scope;
  if (!windows) return refuse(`${call.name} here`, call.node, call.scope);
  const value = call.arg(0);
  const [fromFirst, between] = [call.arg(1), call.arg(2)];
  if (value.type !== 'datetime' || fromFirst.type !== 'timespan' || between.type !== 'timespan')
    return refuse(`${call.name} of these types`, call.node, call.scope);
  if (typeof fromFirst.constant !== 'bigint' || typeof between.constant !== 'bigint')
    return refuse(`${call.name} with distances that are not constants`, call.node, call.scope);
  const restart = call.args[3] ? converted(call, 3, 'bool').sql : 'false';
  const limits = [fromFirst.constant, between.constant] as const;
  const column = windows.step(`${value.sql} ${restart}`, (id) =>
    sessionStarts({ value: value.sql, restart, order: orderSql(order), limits, id }, call.scope),
  );
  return { type: 'datetime', sql: column };
}

/** Functions that look at other rows; they follow the order of the rows. */
export const WINDOW_SPECIALS: readonly SpecialRow[] = [
  { name: 'prev', build: neighbour('lag') },
  { name: 'next', build: neighbour('lead') },
  { name: 'row_number', build: rowNumber },
  { name: 'row_cumsum', build: runningSum },
  { name: 'row_rank_dense', build: rank('dense') },
  { name: 'row_rank_min', build: rank('min') },
  { name: 'row_window_session', build: windowSession },
];
