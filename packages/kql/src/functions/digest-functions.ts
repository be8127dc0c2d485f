import type { KqlType } from '@casebook/core';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Constant, Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import {
  DIGEST_MARK,
  digestPercentile,
  digestRank,
  digestSize,
  digestText,
  mergeDigests,
  parseDigest,
} from '../values/digest';
import type { Digest, DigestKind } from '../values/digest';
import { datetimeText } from '../values/datetime-text';
import { isArray } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { printJson } from '../values/print-json';
import { unanswerable } from '../values/unanswerable';
import { timespanText } from '../values/timespan-text';
import type { AggregateCall, AggregateRow } from './aggregate-row';
import { convert } from './convert';
import { hostCall, type HostFunction } from './host-function';
import { hosted } from './hosted';
import { allArguments, converted, type Call, type SpecialRow } from './special-row';

const NOTE = 'holds every value, where Kusto estimates; the raw digest cannot be read as a value';

const KINDS: Partial<Record<KqlType, DigestKind>> = {
  int: 'long',
  long: 'long',
  real: 'real',
  datetime: 'datetime',
  timespan: 'timespan',
};

/** The digest of a group: its values, each with its weight; rows without a value or a weight above 0 do not count. */
export function digestOf(
  { type, sql }: Scalar,
  weight: Scalar | undefined,
  filter: string,
  node: SyntaxNode,
  scope: Scope,
): Scalar {
  const kind = KINDS[type] ?? refuse(`digest of a ${type}`, node, scope);
  const by =
    weight && (convert(weight, 'long', scope) ?? refuse(`weight of type ${weight.type}`, node, scope)).sql;
  const conditions = [`${sql} IS NOT NULL`, ...(by ? [`${by} > 0`] : []), ...(filter ? [filter] : [])];
  const item = `CAST(${sql} AS VARCHAR)${by ? ` || '*' || CAST(${by} AS VARCHAR)` : ''}`;
  scope.compilation.flags.sketches = true;
  return {
    type: 'dynamic',
    sql: `'${DIGEST_MARK}${kind}:' || array_to_string(list(${item} ORDER BY ${sql}) FILTER (WHERE ${conditions.join(' AND ')}), ',')`,
  };
}

const printed = (kind: DigestKind, value: bigint | number | undefined): Constant => {
  if (value === undefined) return null;
  if (kind === 'datetime') return `"${datetimeText(value as bigint)}"`;
  return kind === 'timespan' ? `"${timespanText(value as bigint)}"` : printJson(value);
};

const read = (text: string): Digest => {
  const digest = parseDigest(text);
  if (!digest) return unanswerable('value: not a digest of this engine');
  return digest;
};

const PERCENTILE: HostFunction = {
  name: 'digest_percentile',
  takes: ['dynamic', 'real'],
  gives: 'dynamic',
  call: (text: string, percent: number) => {
    const digest = read(text);
    return printed(digest.kind, digestPercentile(digest, percent));
  },
};

/** The percentile of a digest as a dynamic value. */
export const digestPercentileSql = (digest: Scalar, percent: Scalar, scope: Scope): Scalar => ({
  type: 'dynamic',
  sql: hostCall(PERCENTILE, [digest.sql, percent.sql], scope),
});

const percentiles = (text: string, percents: string): Constant => {
  const digest = read(text);
  const list = parseJson(percents);
  const each = (isArray(list) ? list : [list]).map((percent) =>
    printed(digest.kind, digestPercentile(digest, Number(percent))),
  );
  return `[${each.map((one) => one ?? 'null').join(',')}]`;
};

const merged = (texts: string): Constant => {
  const digests = texts.split('\n').filter(Boolean).map(read);
  if (digests.length === 0) return null;
  const whole = mergeDigests(digests);
  if (!whole) return unanswerable('merge of digests of different types');
  return digestText(whole);
};

const MERGE: HostFunction = { name: 'merge_digests', takes: ['string'], gives: 'dynamic', call: merged };

/** The type that a `typeof` at the end of the arguments asks for. */
const asked = (call: Call): KqlType | undefined =>
  call.args.at(-1)?.kind === 'TypeOfLiteralExpression' ? call.node.type : undefined;

function percentile(call: Call): Scalar {
  const value = hosted(call, PERCENTILE, [converted(call, 0, 'dynamic'), converted(call, 1, 'real')]);
  const type = asked(call);
  if (!type) return value;
  return convert(value, type, call.scope) ?? refuse(`${call.name} as ${type}`, call.node, call.scope);
}

function percentileArray(call: Call): Scalar {
  if (asked(call)) return refuse(`${call.name} with a type`, call.node, call.scope);
  const shares = call.args.slice(1).map((_, index) => call.arg(index + 1));
  const [first] = shares;
  const percents: Scalar =
    first?.type === 'dynamic'
      ? first
      : {
          type: 'dynamic',
          sql: `'[' || concat_ws(',', ${shares.map(({ sql }) => `CAST(${sql} AS VARCHAR)`).join(', ')}) || ']'`,
        };
  return hosted(
    call,
    { name: 'digest_percentiles', takes: ['dynamic', 'dynamic'], gives: 'dynamic', call: percentiles },
    [converted(call, 0, 'dynamic'), percents],
  );
}

function rank(call: Call, of: (digest: Digest, value: number) => number): Scalar {
  const value = call.arg(1);
  const real = converted(call, 1, 'real');
  return hosted(
    call,
    {
      name: `${call.name}_${value.type}`,
      takes: ['dynamic', 'real'],
      gives: 'real',
      call: (text: string, given: number) => of(read(text), given),
    },
    [converted(call, 0, 'dynamic'), real],
  );
}

function merge(call: Call): Scalar {
  const texts = allArguments(call).map((arg, index) => {
    if (arg.type !== 'dynamic')
      return refuse(`${call.name} of a ${arg.type}`, call.args[index] ?? call.node, call.scope);
    return arg.sql;
  });
  return { type: 'dynamic', sql: hostCall(MERGE, [`concat_ws(chr(10), ${texts.join(', ')})`], call.scope) };
}

/** The functions that read digests. */
export const DIGEST_SPECIALS: readonly SpecialRow[] = [
  { name: 'percentile_tdigest', note: NOTE, build: percentile },
  { name: 'percentiles_array_tdigest', note: NOTE, build: percentileArray },
  {
    name: 'rank_tdigest',
    note: NOTE,
    build: (call) => rank(call, (digest, value) => Number(digestRank(digest, value))),
  },
  {
    name: 'percentrank_tdigest',
    note: NOTE,
    build: (call) =>
      rank(call, (digest, value) => (Number(digestRank(digest, value)) / Number(digestSize(digest))) * 100),
  },
  { name: 'merge_tdigest', aliases: ['tdigest_merge'], note: NOTE, build: merge },
];

function digest(call: AggregateCall): Scalar {
  const made = digestOf(
    call.arg(0),
    call.args.length > 1 ? call.arg(1) : undefined,
    '',
    call.node,
    call.scope,
  );
  return { ...made, sql: `CASE WHEN count(*) > 0 THEN coalesce(${made.sql}, '${DIGEST_MARK}long:') END` };
}

/** The aggregates that make and merge digests. */
export const DIGEST_AGGREGATES: readonly AggregateRow[] = [
  { name: 'tdigest', note: NOTE, build: digest },
  {
    name: 'tdigest_merge',
    aliases: ['merge_tdigest', 'merge_tdigests'],
    note: NOTE,
    build: (call) => ({
      type: 'dynamic',
      sql: hostCall(MERGE, [`array_to_string(list(${call.as(0, 'dynamic')}), chr(10))`], call.scope),
    }),
  },
];
