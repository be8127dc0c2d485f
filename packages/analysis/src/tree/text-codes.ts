import { cellReader, type Frame } from '@casebook/core';
import { cellText } from '../columns/column-texts';
import { TextNumbers } from '../columns/text-numbers';
import { eachRow } from '../run/each-row';
import type { Steps } from '../run/steps';

/** A column read as texts: equal ones have equal codes. */
export interface TextCodes {
  readonly codes: Uint32Array;
  /** The texts by code; the first is the empty one. */
  readonly texts: readonly string[];
}

/** Reads a column, each distinct text once; without a name, and for nulls, all are empty. */
export function* textCodes(
  frame: Frame,
  name: string | undefined,
  read: (text: string) => string,
  numbers = new TextNumbers(),
): Steps<TextCodes> {
  const codes = new Uint32Array(frame.rowCount);
  const { texts } = numbers;
  if (name === undefined) return { codes, texts };
  const { data } = frame.column(name);
  if (!('codes' in data) || data.type === 'dynamic') {
    const cell = cellReader(data);
    yield* eachRow(codes.length, 'reading processes', (row) => {
      codes[row] = numbers.numberOf(read(cellText(cell(row))));
    });
    return { codes, texts };
  }
  const { codes: from, dictionary, validity } = data;
  const byCode = new Uint32Array(dictionary.length);
  yield* eachRow(dictionary.length, 'reading processes', (code) => {
    byCode[code] = numbers.numberOf(read(dictionary[code] as string));
  });
  yield* eachRow(codes.length, 'reading processes', (row) => {
    codes[row] = validity && !validity[row] ? 0 : (byCode[from[row] as number] as number);
  });
  return { codes, texts };
}
