import { CasebookError, type Frame } from '@casebook/core';
import { requireColumn } from '../columns/require-column';

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
export function normalizedPoints(frame: Frame, columns: readonly string[]): Points {
  if (columns.length === 0)
    throw new CasebookError('InvalidParameter', 'missing columns to cluster by', {
      help: 'Name the numeric columns, such as those of processFeatures.',
    });
  const numbers = columns.map((name) => numbersOf(frame, name));
  const dimensions = columns.length;
  const values = new Float64Array(frame.rowCount * dimensions);
  for (let row = 0; row < frame.rowCount; row += 1) {
    let square = 0;
    for (const one of numbers) square += (one[row] as number) ** 2;
    const length = Math.sqrt(square) || 1;
    numbers.forEach((one, at) => {
      values[row * dimensions + at] = (one[row] as number) / length;
    });
  }
  return { count: frame.rowCount, dimensions, values };
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
