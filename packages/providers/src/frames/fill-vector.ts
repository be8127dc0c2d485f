import type { DuckDBVector } from '@duckdb/node-api';
import type { Column, ColumnData, TextColumn } from '@casebook/core';
import { scaledDecimal } from './scaled-decimal';

/** The parts of the engine's vectors that are written in bulk. */
interface WritableVector {
  readonly items?: { set(values: ColumnValues): void };
  readonly dataView?: DataView;
  readonly validity: { setItemValid(row: number, valid: boolean): void };
  setItem(row: number, value: unknown): void;
  flush(): void;
}

type ColumnValues = Exclude<ColumnData, TextColumn>['values'];

/** Writes some rows of a column, from `start` on, into a vector of the engine. */
export type FillVector = (vector: DuckDBVector, start: number, rows: number) => void;

const numbers =
  ({ values }: Exclude<ColumnData, TextColumn>) =>
  (vector: WritableVector, start: number, rows: number): void => {
    const part = values.subarray(start, start + rows);
    if (vector.items) vector.items.set(part);
    else if (vector.dataView)
      new Uint8Array(vector.dataView.buffer, vector.dataView.byteOffset, rows).set(part as Uint8Array);
  };

/** What the engine is given for each text of a dictionary; nothing for one that stands for null. */
const valuesOf = (data: TextColumn, name: string): readonly unknown[] => {
  const { type, codes, dictionary, validity } = data;
  if (type === 'string') return dictionary;
  if (type === 'guid') return dictionary.map((text) => text.toLowerCase());
  if (type === 'dynamic') return dictionary.map((text) => (text === 'null' ? undefined : text));
  const used = new Uint8Array(dictionary.length);
  codes.forEach((code, row) => {
    if (!validity || validity[row]) used[code] = 1;
  });
  return dictionary.map((text, code) => (used[code] ? { value: scaledDecimal(text, name) } : undefined));
};

const texts = (data: TextColumn, name: string) => {
  const { codes, validity } = data;
  const values = valuesOf(data, name);
  return (vector: WritableVector, start: number, rows: number): void => {
    for (let row = 0; row < rows; row += 1) {
      const value = values[codes[start + row] as number];
      if (value === undefined || (validity && !validity[start + row])) continue;
      vector.setItem(row, value);
    }
    for (let row = 0; row < rows; row += 1)
      if (values[codes[start + row] as number] === undefined) vector.validity.setItemValid(row, false);
  };
};

/** A writer of a column; a decimal that the engine cannot hold is an `InvalidValue` error. */
export const fillVector = ({ name, data }: Column): FillVector => {
  const fill = 'codes' in data ? texts(data, name) : numbers(data);
  const { validity } = data;
  return (given, start, rows) => {
    const vector = given as unknown as WritableVector;
    fill(vector, start, rows);
    if (validity && data.type !== 'string')
      for (let row = 0; row < rows; row += 1)
        if (!validity[start + row]) vector.validity.setItemValid(row, false);
    vector.flush();
  };
};
