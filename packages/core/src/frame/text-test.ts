import { CasebookError } from '../error/casebook-error';
import type { TextColumn } from './column';
import { decimalKey, decimalScale, scaledDecimal } from './decimal-key';
import { unfit, type OrderOperator } from './number-test';
import { compareText } from './text-order';

/** Comparisons of strings that ignore case; `has` finds whole terms, runs of letters and digits. */
export type TextOperator =
  | '=~'
  | '!~'
  | 'has'
  | '!has'
  | 'contains'
  | '!contains'
  | 'startswith'
  | '!startswith'
  | 'endswith'
  | '!endswith';

type TextTest = (text: string) => boolean;

const ALNUM = /[\p{L}\p{N}]/u;

const hasTerm = (term: string): TextTest => {
  const before = ALNUM.test([...term][0] ?? '') ? '(?<![\\p{L}\\p{N}])' : '';
  const after = ALNUM.test([...term].pop() ?? '') ? '(?![\\p{L}\\p{N}])' : '';
  const escaped = term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const pattern = new RegExp(`${before}${escaped}${after}`, 'iu');
  return (text) => pattern.test(text);
};

const wordTest = (operator: string, value: string): TextTest => {
  const wanted = value.toLowerCase();
  switch (operator) {
    case '=~':
      return (text) => text.toLowerCase() === wanted;
    case 'has':
      return hasTerm(value);
    case 'contains':
      return (text) => text.toLowerCase().includes(wanted);
    case 'startswith':
      return (text) => text.toLowerCase().startsWith(wanted);
    default:
      return (text) => text.toLowerCase().endsWith(wanted);
  }
};

const ordered = (operator: OrderOperator, compare: (text: string) => number): TextTest => {
  switch (operator) {
    case '==':
      return (text) => compare(text) === 0;
    case '!=':
      return (text) => compare(text) !== 0;
    case '<':
      return (text) => compare(text) < 0;
    case '<=':
      return (text) => compare(text) <= 0;
    case '>':
      return (text) => compare(text) > 0;
    case '>=':
      return (text) => compare(text) >= 0;
  }
};

const compareDecimals = (one: string, other: string): number => {
  const scale = Math.max(decimalScale(one), decimalScale(other));
  const difference = scaledDecimal(one || '0', scale) - scaledDecimal(other, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The text that a value is in a text column, decimals by their key; a value that does not fit is a `TypeMismatch` error. */
export const textKey = (type: TextColumn['type'], value: unknown, name: string): string => {
  if (type === 'dynamic') return JSON.stringify(value);
  if (type === 'decimal' && (typeof value === 'bigint' || Number.isSafeInteger(value))) return String(value);
  if (typeof value !== 'string' || (type === 'decimal' && !/^-?\d+(\.\d+)?$/.test(value)))
    throw unfit(type, value, name);
  return type === 'decimal' ? decimalKey(value) : type === 'guid' ? value.toLowerCase() : value;
};

const isOrder = (operator: string): operator is OrderOperator =>
  operator === '==' || operator === '!=' || /^[<>]=?$/.test(operator);

const testOf = (
  type: TextColumn['type'],
  operator: OrderOperator | TextOperator,
  value: unknown,
  name: string,
): TextTest => {
  if (isOrder(operator) && (type !== 'dynamic' || operator === '==' || operator === '!=')) {
    const other = textKey(type, value, name);
    return ordered(
      operator,
      type === 'decimal' ? (text) => compareDecimals(text, other) : (text) => compareText(text, other),
    );
  }
  if (type !== 'string')
    throw new CasebookError('TypeMismatch', `no ${operator} on a ${type} column: ${JSON.stringify(name)}`);
  if (typeof value !== 'string') throw unfit('string', value, name);
  if (operator === '!~') return negated(wordTest('=~', value));
  return operator.startsWith('!') ? negated(wordTest(operator.slice(1), value)) : wordTest(operator, value);
};

const negated =
  (test: TextTest): TextTest =>
  (text) =>
    !test(text);

/** A test of a text column, asked once a distinct text. */
export const textTest = (
  { type, codes, dictionary }: TextColumn,
  operator: OrderOperator | TextOperator,
  value: unknown,
  name: string,
): ((row: number) => boolean) => {
  const test = testOf(type, operator, value, name);
  const answers = new Int8Array(dictionary.length);
  return (row) => {
    const code = codes[row] as number;
    const known = answers[code] as number;
    if (known !== 0) return known > 0;
    const answer = test(dictionary[code] as string);
    answers[code] = answer ? 1 : -1;
    return answer;
  };
};
