import type { CellPlace } from './cell-maps';

/** Finds the place in a cell that a place of a script comes from. */
export type Locate = (script: string, line: number, column: number) => CellPlace | undefined;

const INTERNAL =
  /tslab[\\/]dist|node:|[\\/]jupyter[\\/](?:dist|src)[\\/]kernel[\\/]|__tslab__|<anonymous>:\d|at .*<anonymous>\)?$/;
const SCRIPT = /\(?(cell-\d+\.ts):(\d+):(\d+)\)?$/;

/** A line of a stack, and its place where that is in a cell. */
export interface Frame {
  readonly text: string;
  readonly place?: CellPlace;
}

const toFrame = (line: string, locate: Locate): Frame | undefined => {
  const [all, script = '', row, column] = SCRIPT.exec(line) ?? [];
  if (all === undefined) return INTERNAL.test(line) ? undefined : { text: line };
  const place = locate(script, Number(row), Number(column));
  if (!place) return undefined;
  const where = `cell ${place.cell}, line ${place.line}, column ${place.column}`;
  const called = line.replace(/^(\s+at (?:async )?)Proxy\./, '$1');
  return { text: called.replace(SCRIPT, all.startsWith('(') ? `(${where})` : where), place };
};

/** The lines of a stack without those of the kernel, of tslab and of Node; places in cells are those that were written. */
export const stackFrames = (stack: string, locate: Locate): readonly Frame[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .flatMap((line) => toFrame(line, locate) ?? []);
