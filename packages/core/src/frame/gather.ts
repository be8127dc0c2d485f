import type { ColumnData, TextColumn, Validity } from './column';

/** Rows by number; -1 stands for a row that is not there, all of whose cells are null. */
export type RowIndex = Uint32Array | Int32Array;

const gatherValidity = (
  validity: Validity | undefined,
  index: RowIndex,
  holes: boolean,
): Validity | undefined => {
  if (!validity && !holes) return undefined;
  const to = new Uint8Array(index.length);
  let nulls = 0;
  for (let row = 0; row < index.length; row++) {
    const from = index[row] as number;
    const valid = from < 0 ? 0 : validity ? (validity[from] as number) : 1;
    to[row] = valid;
    if (valid === 0) nulls++;
  }
  return nulls > 0 ? to : undefined;
};

const gatherText = (data: TextColumn, index: RowIndex, holes: boolean): TextColumn => {
  const { type, codes, dictionary } = data;
  const renumbered = new Int32Array(dictionary.length + 1).fill(-1);
  const hole = dictionary.length;
  const kept: string[] = [];
  const to = new Uint32Array(index.length);
  for (let row = 0; row < index.length; row++) {
    const from = index[row] as number;
    const code = from < 0 ? hole : (codes[from] as number);
    let next = renumbered[code] as number;
    if (next < 0) {
      next = kept.length;
      renumbered[code] = next;
      kept.push(code === hole ? (type === 'dynamic' ? 'null' : '') : (dictionary[code] as string));
    }
    to[row] = next;
  }
  const validity = type === 'string' ? undefined : gatherValidity(data.validity, index, holes);
  return { type, codes: to, dictionary: kept, ...(validity ? { validity } : {}) };
};

interface Indexed<V> {
  readonly length: number;
  [row: number]: V;
}

/** Fills `to` from `from`; a row that is not there keeps the zero of the array. */
const pick = <V, A extends Indexed<V>>(from: A, to: A, index: RowIndex): A => {
  for (let row = 0; row < index.length; row++) {
    const at = index[row] as number;
    if (at >= 0) to[row] = from[at] as V;
  }
  return to;
};

/** 64-bit values as pairs of words, because copying them as BigInt is slow. */
const bits = (values: BigInt64Array): Int32Array =>
  new Int32Array(values.buffer, values.byteOffset, values.length * 2);

const pick64 = (values: BigInt64Array, index: RowIndex): BigInt64Array => {
  const to = new BigInt64Array(index.length);
  const source = bits(values);
  const target = bits(to);
  for (let row = 0; row < index.length; row++) {
    const at = index[row] as number;
    if (at < 0) continue;
    target[2 * row] = source[2 * at] as number;
    target[2 * row + 1] = source[2 * at + 1] as number;
  }
  return to;
};

/**
 * The cells of the given rows, in that order. With `holes`, -1 gives null (string: empty). Dictionaries are renumbered by first
 * appearance, so that equal cells are stored equally.
 */
export const gather = (data: ColumnData, index: RowIndex, holes = false): ColumnData => {
  if ('codes' in data) return gatherText(data, index, holes);
  const validity = gatherValidity(data.validity, index, holes);
  const nulls = validity ? { validity } : {};
  const { length } = index;
  switch (data.type) {
    case 'bool':
      return { type: data.type, values: pick(data.values, new Uint8Array(length), index), ...nulls };
    case 'int':
      return { type: data.type, values: pick(data.values, new Int32Array(length), index), ...nulls };
    case 'real':
      return { type: data.type, values: pick(data.values, new Float64Array(length), index), ...nulls };
    default:
      return { type: data.type, values: pick64(data.values, index), ...nulls };
  }
};
