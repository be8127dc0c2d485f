import type { Constant } from '../plan/scalar';
import type { KqlType } from '@casebook/core';
import { isArray, type JsonValue } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { printJson } from '../values/print-json';
import { unanswerable } from '../values/unanswerable';
import type { FunctionRow, Takes } from './function-row';

/** The parameter of a dynamic value. */
export const D: Takes = 'dynamic';

/**
 * A row over dynamic values: dynamic arguments come parsed, all others as they are (longs as bigint), null as null;
 * nothing or null goes as null. `gives` is dynamic unless said.
 */
export function dynamicRow(
  name: string,
  takes: readonly Takes[],
  call: (...values: JsonValue[]) => JsonValue | undefined,
  {
    gives = 'dynamic',
    aliases = [],
    note,
  }: { gives?: KqlType; aliases?: readonly string[]; note?: string } = {},
): FunctionRow {
  const repeated = takes.at(-1)?.endsWith('*') ? takes.at(-1) : undefined;
  const isDynamic = (index: number): boolean => /^dynamic/.test(takes[index] ?? repeated ?? '');
  return {
    name,
    aliases,
    takes,
    gives,
    ...(note === undefined ? {} : { note }),
    nulls: true,
    js: (...given: (string | bigint | boolean | null)[]): Constant => {
      const values = given.map((value, index) =>
        typeof value === 'string' && isDynamic(index) ? parseJson(value) : value,
      );
      const result = call(...values);
      if (result === undefined || result === null) return null;
      return gives === 'dynamic' ? printJson(result) : (result as Constant);
    },
  };
}

/** The items of an array; none where the value is no array. */
export const itemsOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  value !== undefined && isArray(value) ? value : [];

/** Ends the query where a whole number equals a real: no document says whether they are one member. */
export function refuseEqualKinds(name: string, items: readonly JsonValue[]): void {
  const reals = items.filter((item) => typeof item === 'number');
  if (reals.length > 0 && items.some((item) => typeof item === 'bigint' && reals.includes(Number(item))))
    unanswerable(`${name}: a whole number and an equal real`);
}

/** What makes two dynamic values the same member of a set. */
export const memberKey = (value: JsonValue): string => printJson(value);
