import { CasebookError, type Frame } from '@casebook/core';
import { requireColumn } from '../columns/require-column';
import { PAUSE_ROWS, type Steps } from '../run/steps';

/** Rows as points: `dimensions` numbers a row, one row after the other. */
export interface Points {
  readonly count: number;
  readonly dimensions: number;
  readonly values: Float64Array;
}

/**
 * The numbers of some columns, each row scaled to unit length; a row of zeros stays. Errors: `UnknownColumn`,
 * `TypeMismatch` for a column without numbers, `InvalidValue` for a null, NaN or infinite value, with its row.
 */
export function* normalizedPoints(frame: Frame, columns: readonly string[]): Steps<Points> {
  if (columns.length === 0)
    throw new CasebookError('InvalidParameter', 'missing columns to cluster by', {
      help: 'Name the numeric columns, such as those of processFeatures.',
    });
  const numbers: Float64Array[] = [];
  for (const name of columns) {
    yield { message: 'reading numbers', done: numbers.length, total: columns.length };
    numbers.push(numbersOf(frame, name));
  }
  const dimensions = columns.length;
  const values = new Float64Array(frame.rowCount * dimensions);
  for (let row = 0; row < frame.rowCount; row += 1) {
    if (row % PAUSE_ROWS === 0) yield { message: 'scaling rows', done: row, total: frame.rowCount };
    const length = Math.sqrt(squaresOf(numbers, row)) || 1;
    for (let at = 0; at < dimensions; at += 1)
      values[row * dimensions + at] = ((numbers[at] as Float64Array)[row] as number) / length;
  }
  return { count: frame.rowCount, dimensions, values };
}

function squaresOf(numbers: readonly Float64Array[], row: number): number {
  let sum = 0;
  for (const one of numbers) sum += (one[row] as number) ** 2;
  return sum;
}

function numbersOf(frame: Frame, name: string): Float64Array {
  requireColumn(frame, name, ['bool', 'int', 'long', 'real', 'decimal']);
  const numbers = frame.numbers(name);
  const bad = numbers.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0)
    throw new CasebookError('InvalidValue', `missing number of ${name} in row ${bad}: ${numbers[bad]}`, {
      help: 'Fill or drop such rows first.',
    });
  return numbers;
}
