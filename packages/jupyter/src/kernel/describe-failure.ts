import { inspect } from 'node:util';
import { CasebookError } from '@casebook/core';
import type { CellDiagnostic } from './cell-engine';

/** An error as Jupyter's messages carry it. */
export interface Failure {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

const INTERNAL =
  /tslab[\\/]dist|node:|[\\/]jupyter[\\/](?:dist|src)[\\/]kernel[\\/]|__tslab__|<anonymous>:\d/;
const CELL = /\(?evalmachine\.<anonymous>:\d+:\d+\)?/;

const frames = (stack: string): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => (CELL.test(line) ? line.replace(CELL, '(cell)').replace(/^\s+at \(cell\)$/, '') : line))
    .filter((line) => line !== '' && !INTERNAL.test(line))
    .filter((line, at, all) => line !== all[at - 1]);

const pointAt = (text: string, line: number, column: number, length = 1): string[] => {
  const shown = text.split(/\r\n?|\n/)[line - 1];
  if (shown === undefined) return [];
  const room = Math.max(1, Math.min(length, shown.length - column + 1));
  return [`  ${shown}`, `  ${shown.slice(0, column - 1).replace(/[^\t]/g, ' ')}${'^'.repeat(room)}`];
};

const ofCasebook = (error: CasebookError): Failure => {
  const { position, query, help } = error;
  const where = position ? ` (line ${position.line}, column ${position.column})` : '';
  const place =
    position && query !== undefined ? pointAt(query, position.line, position.column, position.length) : [];
  return {
    ename: error.code,
    evalue: error.message,
    traceback: [`${error.code}: ${error.message}${where}`, ...place, ...(help === undefined ? [] : [help])],
  };
};

const causes = (error: Error): string[] => {
  if (error.cause === undefined) return [];
  const { traceback } = describeError(error.cause);
  return [`caused by ${traceback[0] ?? ''}`, ...traceback.slice(1)];
};

const isInterruption = (error: Error): boolean =>
  error.message === 'Interrupted asynchronously' ||
  (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED';

const isError = (value: unknown): value is Error =>
  value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';

/** Describes what a cell threw, without the kernel's own frames; lines of compiled cells are not shown, they mislead. */
export const describeError = (thrown: unknown): Failure => {
  if (CasebookError.is(thrown)) return ofCasebook(thrown);
  if (!isError(thrown)) {
    const evalue = typeof thrown === 'string' ? thrown : inspect(thrown);
    return { ename: 'Thrown', evalue, traceback: [`Thrown: ${evalue}`] };
  }
  if (isInterruption(thrown)) {
    const evalue = 'the cell was interrupted';
    return { ename: 'Interrupted', evalue, traceback: [`Interrupted: ${evalue}`] };
  }
  const { name, message } = thrown;
  return {
    ename: name,
    evalue: message,
    traceback: [
      message === '' ? name : `${name}: ${message}`,
      ...frames(thrown.stack ?? ''),
      ...causes(thrown),
    ],
  };
};

/** Describes the mistakes that kept a cell from running, each with its line and a mark under the place. */
export const describeDiagnostics = (diagnostics: readonly CellDiagnostic[], code: string): Failure => {
  const [first] = diagnostics;
  const more = diagnostics.length - 1;
  return {
    ename: 'TypeScriptError',
    evalue: `${first?.message ?? ''}${more > 0 ? ` (and ${more} more)` : ''}`,
    traceback: diagnostics.flatMap(({ file, line, column, message }) => [
      `TypeScriptError: ${message} (${file === undefined ? '' : `${file}, `}line ${line}, column ${column})`,
      ...(file === undefined ? pointAt(code, line, column) : []),
    ]),
  };
};
