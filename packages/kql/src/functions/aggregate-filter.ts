import { orderSql } from '../sql/emit';
import type { AggregateCall } from './aggregate-row';

/** The FILTER clause of the conditions that are there. */
export const where = (...conditions: readonly (string | undefined)[]): string => {
  const given = conditions.filter((one) => one !== undefined);
  return given.length === 0 ? '' : ` FILTER (WHERE ${given.join(' AND ')})`;
};

/** The predicate argument of an `…if` aggregate, where it has one. */
export const predicate = (call: AggregateCall, at: number | undefined): string | undefined =>
  at === undefined ? undefined : call.as(at, 'bool');

/** The ORDER BY inside of an aggregate that keeps the order of its input. */
export const inInputOrder = ({ input }: AggregateCall): string =>
  input.order.length > 0 ? ` ORDER BY ${orderSql(input.order)}` : '';
