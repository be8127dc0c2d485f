import type { KqlType } from '@casebook/core';
import { refuse } from '../plan/refusal';
import { predicate, where } from './aggregate-filter';
import type { AggregateCall, AggregateRow } from './aggregate-row';

const MEASURABLE: readonly KqlType[] = ['int', 'long', 'real', 'decimal'];

function measured(call: AggregateCall, index: number): string {
  const { type } = call.arg(index);
  return MEASURABLE.includes(type)
    ? call.as(index, 'real')
    : refuse(`${call.name} of a ${type}`, call.node, call.scope);
}

/** A spread of DuckDB's: 0 where there are too few values for it. */
const spread = (name: string, sql: string, at?: number): AggregateRow => ({
  name,
  build: (call) => ({
    type: 'real',
    sql: `coalesce(${sql}(${measured(call, 0)})${where(predicate(call, at))}, 0)`,
  }),
});

/** A joint spread of DuckDB's over the rows with both values; without such rows, and of a sample of one, refused. */
const joint = (name: string, sql: string, at?: number): AggregateRow => ({
  name,
  build: (call) => {
    const [x, y] = [measured(call, 0), measured(call, 1)];
    const filter = where(`${x} IS NOT NULL`, `${y} IS NOT NULL`, predicate(call, at));
    return {
      type: 'real',
      sql: `CASE count(*)${filter} WHEN 0 THEN error('unsupported ${name} of no pairs') WHEN 1 THEN ${sql.endsWith('pop') ? '0' : `error('unsupported ${name} of a single pair')`} ELSE ${sql}(${x}, ${y})${filter} END`,
    };
  },
});

/** Bits of all values; of none, refused: no page says what they are. */
const bits = (name: string, sql: string): AggregateRow => ({
  name,
  build: (call) => ({
    type: 'long',
    sql: `coalesce(${sql}(${call.as(0, 'long')}), error('unsupported ${name} of no values'))`,
  }),
});

/** Aggregates of spread, and of bits. */
export const STATISTICS: readonly AggregateRow[] = [
  spread('stdev', 'stddev_samp'),
  spread('stdevif', 'stddev_samp', 1),
  spread('stdevp', 'stddev_pop'),
  spread('variance', 'var_samp'),
  spread('varianceif', 'var_samp', 1),
  spread('variancep', 'var_pop'),
  spread('variancepif', 'var_pop', 1),
  joint('covariance', 'covar_samp'),
  joint('covarianceif', 'covar_samp', 2),
  joint('covariancep', 'covar_pop'),
  joint('covariancepif', 'covar_pop', 2),
  bits('binary_all_and', 'bit_and'),
  bits('binary_all_or', 'bit_or'),
  bits('binary_all_xor', 'bit_xor'),
];
