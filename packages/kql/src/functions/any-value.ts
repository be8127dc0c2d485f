import type { Scalar } from '../plan/scalar';
import { where } from './aggregate-filter';

/** A value of the group, one that is not null or empty where there is one; the first in the order of the input. */
export function anyValue({ type, sql }: Scalar, order: string, filter?: string): Scalar {
  const empty = type === 'string' ? `${sql} <> ''` : `${sql} IS NOT NULL`;
  const picked = `first(${sql}${order})${where(empty, filter)}`;
  return { type, sql: type === 'string' ? `coalesce(${picked}, '')` : picked };
}
