import { TICKS, type KqlType } from '@casebook/core';
import { refuse } from '../plan/refusal';
import type { Constant, Scalar } from '../plan/scalar';
import { constant } from '../sql/quote-sql';
import { datetimeText } from '../values/datetime-text';
import { printJson } from '../values/print-json';
import { timespanText } from '../values/timespan-text';
import { convert } from './convert';
import { hosted } from './hosted';
import { once } from './once';
import { allArguments, type Call } from './special-row';

/** Where `range()` ends at the latest. */
const MOST_ITEMS = 1_048_576;

const TEXTS: Partial<Record<KqlType, (ticks: bigint) => string>> = {
  datetime: (ticks) => `"${datetimeText(ticks)}"`,
  timespan: (ticks) => `"${timespanText(ticks)}"`,
};

/** `range(start, stop, step)` over whole numbers, reals, datetimes and timespans; steps of 1, over time of 1h. */
export function rangeArray(call: Call): Scalar {
  const [from, to, step] = allArguments(call);
  if (!from || !to) return refuse('range without all of its arguments', call.node, call.scope);
  const types = [from, to, ...(step ? [step] : [])].map(({ type }) => type);
  if (types.every((type) => type === 'long' || type === 'int')) return wholeRange(from, to, step);
  if (from.type === to.type && (step?.type ?? 'timespan') === 'timespan' && TEXTS[from.type])
    return timeRange(call, from, to, step ?? constant('timespan', TICKS.hour));
  const reals = [from, to, step ?? constant('real', 1)].map((value) => convert(value, 'real', call.scope));
  const given = reals.flatMap((value) => (value ? [value] : []));
  return types.every((type) => type === 'real' || type === 'long' || type === 'int')
    ? hosted(
        call,
        { name: 'range', takes: ['real', 'real', 'real'], gives: 'dynamic', call: realRange },
        given,
      )
    : refuse('range of these types', call.node, call.scope);
}

function wholeRange(from: Scalar, to: Scalar, step: Scalar | undefined): Scalar {
  return {
    type: 'dynamic',
    sql: once([from.sql, to.sql, step?.sql ?? '1'], (a, b, by) => {
      const last = `CASE WHEN ${by} > 0 THEN least(${b}, ${a} + ${by} * ${MOST_ITEMS - 1}) ELSE greatest(${b}, ${a} + ${by} * ${MOST_ITEMS - 1}) END`;
      const items = `generate_series(${a}::BIGINT, (${last})::BIGINT, ${by}::BIGINT)`;
      return `CASE WHEN ${a} IS NULL OR ${b} IS NULL OR ${by} IS NULL THEN error('unsupported range: an end or step that is null') ELSE '[' || array_to_string(${items}, ',') || ']' END`;
    }),
  };
}

function timeRange(call: Call, from: Scalar, to: Scalar, step: Scalar): Scalar {
  const text = TEXTS[from.type] ?? String;
  const js = (a: bigint, b: bigint, by: bigint): Constant => {
    if (by === 0n) throw new RangeError('unsupported range: a step of nothing');
    const items: string[] = [];
    for (let at = a; (by > 0n ? at <= b : at >= b) && items.length < MOST_ITEMS; at += by)
      items.push(text(at));
    return `[${items.join(',')}]`;
  };
  const takes = [from.type, to.type, 'timespan'] as const;
  return hosted(call, { name: 'range', takes, gives: 'dynamic', call: js }, [from, to, step]);
}

function realRange(from: number, to: number, step: number): Constant {
  if (!Number.isFinite(step) || step === 0 || !Number.isFinite(from))
    throw new RangeError('unsupported range: a step of nothing');
  const [added, multiplied]: [number[], number[]] = [[], []];
  const inside = (value: number): boolean => (step > 0 ? value <= to : value >= to);
  for (let at = from; inside(at) && added.length < MOST_ITEMS; at += step) added.push(at);
  for (let at = from; inside(at) && multiplied.length < MOST_ITEMS; at = from + step * multiplied.length)
    multiplied.push(at);
  if (added.length !== multiplied.length)
    throw new RangeError('unsupported range: rounding decides where it ends');
  return printJson(added);
}
