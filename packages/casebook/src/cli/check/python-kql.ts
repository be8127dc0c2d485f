import type { CellKql } from '@casebook/jupyter';

const CELL = /^\s*%%kql(?![\w-])/;
const LINE = /^[ \t]*(?:[\w.]+[ \t]*=[ \t]*)?%kql[ \t]+(.*)$/gm;
/** What stands before the query: options, and the variable that the answer goes to. */
const BEFORE = /^(?:[ \t]*(?:--?[A-Za-z][\w-]*(?:[= \t]+[\w"']+)?|[A-Za-z_]\w*[ \t]*<<))*/;
const CONNECTION = /^\s*(?:[\w-]+:\/\/|\w+@\w+\s*$|--?\w+\s*$|$)/;

/** The KQL of a cell of Python: lines of `%kql` and cells of `%%kql`, as Kqlmagic reads them; connections and options are left out. */
export function pythonKql(code: string): readonly CellKql[] {
  const cell = CELL.exec(code);
  if (cell) return queryAt(code, cell[0].length, code.length);
  return [...code.matchAll(LINE)].flatMap(({ 0: line, 1: query = '', index }) => {
    const end = index + line.length;
    return queryAt(code, end - query.length, end);
  });
}

function queryAt(code: string, from: number, end: number): readonly CellKql[] {
  const start = from + (BEFORE.exec(code.slice(from, end))?.[0].length ?? 0);
  const kql = code.slice(start, end);
  if (CONNECTION.test(kql)) return [];
  return [{ kql, offsets: Array.from({ length: kql.length + 1 }, (_, at) => start + at), values: [] }];
}
