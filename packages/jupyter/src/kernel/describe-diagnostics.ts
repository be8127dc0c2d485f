import { pointAt } from '@casebook/core';
import type { CellDiagnostic } from './cell-engine';
import type { Failure } from './failure';

/** Describes the mistakes that kept a cell from running, each with its line and a mark under the place. */
export const describeDiagnostics = (diagnostics: readonly CellDiagnostic[], code: string): Failure => {
  const [first] = diagnostics;
  const more = diagnostics.length - 1;
  return {
    ename: 'TypeScriptError',
    evalue: `${first?.message ?? ''}${more > 0 ? ` (and ${more} more)` : ''}`,
    traceback: diagnostics.flatMap(({ file, line, column, message }) => [
      `TypeScriptError: ${message} (${file === undefined ? '' : `${file}, `}line ${line}, column ${column})`,
      ...(file === undefined ? pointAt(code, { line, column, length: 1 }) : []),
    ]),
  };
};
