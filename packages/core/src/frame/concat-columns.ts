import { columnLength, isTextType, type ColumnData, type TextColumn, type Validity } from './column';
import type { KqlType } from './kql-type';

/** A run of cells: a column, or as many nulls as it is long. */
export interface Segment {
  readonly length: number;
  readonly data?: ColumnData;
}

const totalOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { length }) => sum + length, 0);

const concatValidity = (segments: readonly Segment[]): Validity | undefined => {
  if (segments.every(({ data, length }) => length === 0 || (data && !data.validity))) return undefined;
  const validity = new Uint8Array(totalOf(segments));
  let at = 0;
  for (const { data, length } of segments) {
    if (data?.validity) validity.set(data.validity, at);
    else if (data) validity.fill(1, at, at + length);
    at += length;
  }
  return validity;
};

const concatText = (type: TextColumn['type'], segments: readonly Segment[]): TextColumn => {
  const byText = new Map<string, number>();
  const codeOf = (text: string): number => {
    const code = byText.get(text) ?? byText.size;
    byText.set(text, code);
    return code;
  };
  const codes = new Uint32Array(totalOf(segments));
  let at = 0;
  for (const { data, length } of segments) {
    const part = data as TextColumn | undefined;
    const renumbered = part && new Int32Array(part.dictionary.length).fill(-1);
    for (let row = 0; row < length; row++) {
      if (!part || !renumbered) {
        codes[at++] = codeOf(type === 'dynamic' ? 'null' : '');
        continue;
      }
      const code = part.codes[row] as number;
      if ((renumbered[code] as number) < 0) renumbered[code] = codeOf(part.dictionary[code] as string);
      codes[at++] = renumbered[code] as number;
    }
  }
  const validity = type === 'string' ? undefined : concatValidity(segments);
  return { type, codes, dictionary: [...byText.keys()], ...(validity ? { validity } : {}) };
};

/** The cells of the segments one after another; every column among them has the given type. */
export const concatColumns = (type: KqlType, segments: readonly Segment[]): ColumnData => {
  if (isTextType(type)) return concatText(type, segments);
  const total = totalOf(segments);
  const validity = concatValidity(segments);
  const nulls = validity ? { validity } : {};
  const fill = <A extends { set(values: A, at: number): void }>(to: A): A => {
    let at = 0;
    for (const { data, length } of segments) {
      if (data && !('codes' in data)) to.set(data.values as unknown as A, at);
      at += length;
    }
    return to;
  };
  if (type === 'bool') return { type, values: fill(new Uint8Array(total)), ...nulls };
  if (type === 'int') return { type, values: fill(new Int32Array(total)), ...nulls };
  if (type === 'real') return { type, values: fill(new Float64Array(total)), ...nulls };
  return { type, values: fill(new BigInt64Array(total)), ...nulls };
};

/** A column as one segment. */
export const segmentOf = (data: ColumnData): Segment => ({ data, length: columnLength(data) });
