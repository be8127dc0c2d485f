import { CasebookError, explainError } from '@casebook/core';
import { displayPort } from '../display-port';
import { runningTslab } from '../running-tslab';
import { show } from '../show';
import { readKqlCell } from './kql-cell';
import { kqlCellCode } from './kql-cell-code';

const TAUGHT = Symbol.for('casebook.taught');
const SHOW = Symbol.for('casebook.show');

interface Handler {
  [TAUGHT]?: boolean;
  handleExecuteImpl?: (request: { code: string }, ...others: unknown[]) => unknown;
}

/**
 * Teaches a running stock tslab to run cells that begin with `%kql`, from the next cell on; completion in them stays with Casebook's own
 * kernel. Does nothing elsewhere, and nothing the second time.
 */
export const teachStockTslab = (): void => {
  if (displayPort()) return;
  const handler = runningTslab()?.JupyterHandlerImpl?.prototype as Handler | undefined;
  const execute = handler?.handleExecuteImpl;
  if (!handler || !execute || handler[TAUGHT]) return;
  Object.assign(globalThis, { [SHOW]: show });
  handler[TAUGHT] = true;
  handler.handleExecuteImpl = function (request, ...others) {
    return execute.call(this, { ...request, code: codeFor(request.code) }, ...others);
  };
};

const codeFor = (code: string): string => {
  try {
    const cell = readKqlCell(code);
    if (!cell) return code;
    return kqlCellCode(cell, (name) => `(globalThis as any)[Symbol.for("casebook.show")](${name});`).code;
  } catch (error) {
    const said = CasebookError.is(error) ? explainError(error).join('\n') : String(error);
    return `throw new Error(${JSON.stringify(said)});`;
  }
};
