import { cellReader, type Cell, type ColumnData, type Frame } from '@casebook/core';

/** Numbers for the values, or combinations of values, of the rows of two frames; equal for equal ones. */
export interface CombinationCodes {
  readonly rows: Uint32Array;
  readonly history: Uint32Array;
  /** How many different ones there are. */
  readonly count: number;
}

/** Numbers what some columns hold in both frames; a null is a value of its own. O(rows × columns). */
export function combinationCodes(
  rows: Frame,
  history: Frame,
  names: readonly string[],
  ignoreCase: boolean,
): CombinationCodes {
  const start: CombinationCodes = {
    rows: new Uint32Array(rows.rowCount),
    history: new Uint32Array(history.rowCount),
    count: 1,
  };
  return names.reduce((combined, name) => {
    const known = new Map<string, number>();
    const own = rows.column(name).data;
    const past = history.column(name).data;
    const pair = {
      rows: codesOf(own, rows, known, ignoreCase),
      history: codesOf(past, history, known, ignoreCase),
    };
    return paired(combined, { ...pair, count: known.size });
  }, start);
}

function codesOf(
  data: ColumnData,
  { rowCount }: Frame,
  known: Map<string, number>,
  ignoreCase: boolean,
): Uint32Array {
  const codeOf = (text: string): number => {
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  };
  if ('codes' in data) {
    const byCode = new Map<number, number>();
    return Uint32Array.from(data.codes, (at, row) => {
      if (data.validity && !data.validity[row]) return codeOf('null');
      const text = data.dictionary[at] as string;
      const code = byCode.get(at) ?? codeOf(`=${ignoreCase ? text.toLowerCase() : text}`);
      byCode.set(at, code);
      return code;
    });
  }
  const read = cellReader(data);
  return Uint32Array.from({ length: rowCount }, (_, row) => codeOf(textOf(read(row))));
}

const textOf = (cell: Cell): string => (cell === null ? 'null' : `=${String(cell)}`);

function paired(one: CombinationCodes, other: CombinationCodes): CombinationCodes {
  if (one.count === 1) return other;
  const known = new Map<number, number>();
  const pair = (left: Uint32Array, right: Uint32Array): Uint32Array =>
    left.map((code, row) => {
      const key = code * other.count + (right[row] as number);
      const found = known.get(key) ?? known.size;
      known.set(key, found);
      return found;
    });
  return { rows: pair(one.rows, other.rows), history: pair(one.history, other.history), count: known.size };
}
