import type { ColumnData, TextColumn, Validity } from './column';
import { decimalKey } from './decimal-key';

/** A number below `size` for each row: equal cells have equal codes, null is a value of its own. */
export interface Codes {
  readonly codes: Uint32Array;
  readonly size: number;
}

const hash = (low: number, high: number): number => {
  let mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
};

/** Codes of `stride` 32-bit words a row, by open addressing; rows without validity share the last code. */
export const wordCodes = (words: Int32Array, stride: 1 | 2, validity?: Validity): Codes => {
  const rows = words.length / stride;
  const codes = new Uint32Array(rows);
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, rows * 2))) - 1;
  const slots = new Int32Array(mask + 1);
  const firsts = new Uint32Array(rows);
  let size = 0;
  for (let row = 0; row < rows; row++) {
    if (validity && !validity[row]) continue;
    const low = words[row * stride] as number;
    const high = stride === 2 ? (words[row * 2 + 1] as number) : 0;
    let slot = hash(low, high) & mask;
    for (;;) {
      const code = (slots[slot] as number) - 1;
      if (code < 0) {
        slots[slot] = size + 1;
        firsts[size] = row;
        codes[row] = size++;
        break;
      }
      const first = firsts[code] as number;
      if (words[first * stride] === low && (stride === 1 || words[first * 2 + 1] === high)) {
        codes[row] = code;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return validity ? withNulls(codes, size, validity) : { codes, size };
};

const withNulls = (codes: Uint32Array, size: number, validity: Validity): Codes => {
  for (let row = 0; row < codes.length; row++) if (!validity[row]) codes[row] = size;
  return { codes, size: size + 1 };
};

const textCodes = ({ type, codes, dictionary, validity }: TextColumn): Codes => {
  const byText = new Map<string, number>();
  const byCode = new Int32Array(dictionary.length).fill(-1);
  const to = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    let known = byCode[code] as number;
    if (known < 0) {
      const text = dictionary[code] as string;
      const key = type === 'decimal' && (!validity || validity[row]) ? decimalKey(text) : text;
      known = byText.get(key) ?? byText.size;
      byText.set(key, known);
      byCode[code] = known;
    }
    to[row] = known;
  }
  return validity ? withNulls(to, byText.size, validity) : { codes: to, size: byText.size };
};

/** Reals as words in which -0 is 0 and every NaN is the same. */
const realWords = (values: Float64Array): Int32Array => {
  const one = values.map((value) => (value === 0 ? 0 : Number.isNaN(value) ? NaN : value));
  return new Int32Array(one.buffer);
};

/**
 * Codes of a column's cells by value: decimals as numbers, NaN equal to NaN, -0 to 0, dynamics by their JSON text.
 */
export const valueCodes = (data: ColumnData): Codes => {
  if ('codes' in data) return textCodes(data);
  const { validity } = data;
  if (data.type === 'real') return wordCodes(realWords(data.values), 2, validity);
  if (data.type === 'int') return wordCodes(data.values, 1, validity);
  if (data.type === 'bool') {
    const codes = Uint32Array.from(data.values);
    return validity ? withNulls(codes, 2, validity) : { codes, size: 2 };
  }
  const { values } = data;
  return wordCodes(new Int32Array(values.buffer, values.byteOffset, values.length * 2), 2, validity);
};
