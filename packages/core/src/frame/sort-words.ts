import { CasebookError } from '../error/casebook-error';
import type { Column, ColumnData, TextColumn } from './column';
import { decimalScale, scaledDecimal } from './decimal-key';
import { sortTexts } from './text-order';

/** Unsigned words a row, least significant first, whose order is that of the cells; what lies under a null does not matter. */
export type SortWords = readonly Uint32Array[];

const SIGN = 0x80000000;

const halves = (bytes: Float64Array | BigInt64Array): [Uint32Array, Uint32Array] => {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length * 2);
  const low = new Uint32Array(bytes.length);
  const high = new Uint32Array(bytes.length);
  for (let row = 0; row < bytes.length; row++) {
    low[row] = words[2 * row] as number;
    high[row] = words[2 * row + 1] as number;
  }
  return [low, high];
};

const longWords = (values: BigInt64Array): SortWords => {
  const [low, high] = halves(values);
  return [low, high.map((word) => word ^ SIGN)];
};

/** Doubles order like signed magnitudes: negative ones are turned over. */
const realWords = (values: Float64Array): SortWords => {
  const [low, high] = halves(values.map((value) => (value === 0 ? 0 : value)));
  for (let row = 0; row < values.length; row++) {
    const word = high[row] as number;
    if (word >= SIGN) low[row] = ~(low[row] as number);
    high[row] = word >= SIGN ? ~word : word ^ SIGN;
  }
  return [low, high];
};

/** Ranks in which equal numbers, such as 1.0 and 1.00, are equal. */
const decimalRanks = (texts: readonly string[]): Map<string, number> => {
  const scale = texts.reduce((most, text) => Math.max(most, decimalScale(text)), 0);
  const keys = new Map(texts.map((text) => [text, text === '' ? 0n : scaledDecimal(text, scale)]));
  const ordered = [...new Set(keys.values())].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const rankOf = new Map(ordered.map((key, rank) => [key, rank]));
  return new Map([...keys].map(([text, key]) => [text, rankOf.get(key) as number]));
};

const textRanks = ({ type, codes, dictionary }: TextColumn): Uint32Array => {
  const used = new Uint8Array(dictionary.length);
  for (const code of codes) used[code] = 1;
  const texts = [...new Set(dictionary.filter((_, code) => used[code]))];
  const ranks =
    type === 'decimal' ? decimalRanks(texts) : new Map(sortTexts(texts).map((text, rank) => [text, rank]));
  const rankOfCode = Uint32Array.from(dictionary, (text, code) =>
    used[code] ? (ranks.get(text) as number) : 0,
  );
  return codes.map((code) => rankOfCode[code] as number);
};

const wordsOf = (data: ColumnData): SortWords => {
  if ('codes' in data) return [textRanks(data)];
  if (data.type === 'real') return realWords(data.values);
  if (data.type === 'bool') return [Uint32Array.from(data.values)];
  if (data.type === 'int') return [Uint32Array.from(data.values, (value) => value ^ SIGN)];
  return longWords(data.values);
};

/** The sort words of a column; a dynamic column has no order and is a `TypeMismatch` error. */
export const sortWords = ({ name, data }: Column): SortWords => {
  if (data.type !== 'dynamic') return wordsOf(data);
  throw new CasebookError('TypeMismatch', `no order in a dynamic column: ${JSON.stringify(name)}`, {
    help: 'Extend it to a string or a number first.',
  });
};
