import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import { orderSql } from '../sql/emit';
import { constantSql, nullSql } from '../sql/quote-sql';
import { convert } from './convert';
import type { Call, SpecialRow } from './special-row';

const window = (call: Call, frame = ''): string => {
  if (!call.scope.row?.serialized) refuse(`${call.name} over rows without an order`, call.node, call.scope);
  const order = call.scope.row?.order ?? [];
  const by = order.length > 0 ? `ORDER BY ${orderSql(order)}` : '';
  return `OVER (${[by, frame].filter(Boolean).join(' ')})`;
};

function neighbour(which: 'lag' | 'lead') {
  return (call: Call): Scalar => {
    const value = call.arg(0);
    const offset = call.args[1] ? call.arg(1).constant : 1n;
    if (typeof offset !== 'bigint')
      return refuse(`${call.name} by an offset that is not a constant`, call.node, call.scope);
    const other = call.args[2] ? convert(call.arg(2), value.type, call.scope)?.sql : nullSql(value.type);
    return {
      type: value.type,
      sql: `${which}(${value.sql}, ${offset}, ${other ?? nullSql(value.type)}) ${window(call)}`,
    };
  };
}

function rowNumber(call: Call): Scalar {
  if (call.args.length > 1) return restarting(call);
  const start = call.args[0] ? call.arg(0).sql : constantSql('long', 1n);
  return { type: 'long', sql: `(row_number() ${window(call)} + ${start} - 1)` };
}

function restarting(call: Call): Scalar {
  return refuse(`${call.name} with a restart`, call.node, call.scope);
}

function runningSum(call: Call): Scalar {
  if (call.args[1] && call.arg(1).constant !== false) return restarting(call);
  const { type, sql } = call.arg(0);
  const total = `sum(${sql}) ${window(call, 'ROWS UNBOUNDED PRECEDING')}`;
  if (type === 'real') return { type, sql: `coalesce(${total}, 0)` };
  if (type === 'int' || type === 'long' || type === 'timespan') {
    return { type: type === 'int' ? 'long' : type, sql: `CAST(coalesce(${total}, 0) AS BIGINT)` };
  }
  return refuse(`${call.name} of a ${type}`, call.node, call.scope);
}

/** Functions that look at other rows; they follow the order of the rows. */
export const WINDOW_SPECIALS: readonly SpecialRow[] = [
  { name: 'prev', build: neighbour('lag') },
  { name: 'next', build: neighbour('lead') },
  { name: 'row_number', build: rowNumber },
  { name: 'row_cumsum', build: runningSum },
];
