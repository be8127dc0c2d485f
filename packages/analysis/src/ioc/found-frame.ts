import { Frame, type Column, type TextColumn } from '@casebook/core';
import { TextNumbers } from '../columns/text-numbers';
import { eachRow } from '../run/each-row';
import type { Steps } from '../run/steps';
import type { Indicator } from './indicator';

/** A column and the indicators of each of its texts. */
export interface SearchedColumn {
  readonly name: string;
  readonly data: TextColumn;
  readonly byCode: readonly (readonly Indicator[])[];
}

/** The indicators in the order of rows, columns and positions; `original` gives the original's four columns. O(rows + indicators). */
export function* foundFrame(
  columns: readonly SearchedColumn[],
  rowCount: number,
  original: boolean,
): Steps<Frame> {
  const [types, observables, inputs, names] = [new Texts(), new Texts(), new Texts(), new Texts()];
  const [rows, positions] = [new BigInts(), new BigInts()];
  yield* eachRow(rowCount, 'listing indicators', (row) => {
    for (const { name, data, byCode } of columns) {
      if (data.validity && !data.validity[row]) continue;
      const code = data.codes[row] as number;
      for (const { type, observable, matched, position } of byCode[code] as readonly Indicator[]) {
        types.add(type);
        observables.add(original ? matched : observable);
        inputs.add(data.dictionary[code] as string);
        names.add(name);
        rows.add(row);
        positions.add(position);
      }
    }
  });
  const found = [
    types.column('IoCType'),
    observables.column('Observable'),
    rows.column('SourceIndex'),
    inputs.column('Input'),
  ];
  if (original) return new Frame(found);
  return new Frame([...found, names.column('SourceColumn'), positions.column('Position')]);
}

/** A string column that grows. */
class Texts {
  readonly #numbers = new TextNumbers();
  readonly #codes: number[] = [];

  add(text: string): void {
    this.#codes.push(this.#numbers.numberOf(text));
  }

  column(name: string): Column {
    return {
      name,
      data: { type: 'string', codes: Uint32Array.from(this.#codes), dictionary: this.#numbers.texts },
    };
  }
}

/** A long column that grows. */
class BigInts {
  readonly #values: number[] = [];

  add(value: number): void {
    this.#values.push(value);
  }

  column(name: string): Column {
    const values = new BigInt64Array(this.#values.length);
    this.#values.forEach((value, row) => {
      values[row] = BigInt(value);
    });
    return { name, data: { type: 'long', values } };
  }
}
