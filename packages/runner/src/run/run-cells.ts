import type { ReportProgress } from '@casebook/core';
import { CasebookError } from '@casebook/core';
import type { Kernel } from '../kernel/kernel';
import type { CodeCell, Notebook, NotebookCell } from '../notebook/notebook';
import { OutputLog } from '../notebook/output-log';
import { writeNotebook } from '../notebook/write-notebook';
import { runCell } from './run-cell';
import { runnableCells } from './runnable-cells';

/** What running the cells of a notebook needs. */
export interface CellRun {
  readonly output: string;
  /** Counted up as cells finish. */
  readonly progress: { ran: number; readonly cells: number };
  readonly signal: AbortSignal;
  readonly report?: ReportProgress;
}

/** Runs the cells in order and writes the notebook after each; stops at the first that fails, with its error. */
export async function runCells(kernel: Kernel, notebook: Notebook, run: CellRun): Promise<void> {
  const { progress, signal, report } = run;
  const log = new OutputLog();
  for (const cell of runnableCells(notebook)) {
    report?.({ message: headline(notebook, cell), done: progress.ran, total: progress.cells });
    try {
      await runCell(kernel, cell, log, signal);
    } catch (error) {
      if (signal.aborted) {
        await kernel.interrupt();
        markStopped(cell, error);
      }
      throw error;
    } finally {
      await writeNotebook(run.output, notebook);
    }
    progress.ran++;
  }
  report?.({ message: 'done', done: progress.ran, total: progress.cells });
}

/** The heading that a cell stands under, otherwise its first line. */
function headline(notebook: Notebook, cell: CodeCell): string {
  const above = notebook.cells.slice(0, notebook.cells.indexOf(cell)).filter(isText);
  const headings = above.flatMap(({ source }) => source.match(/^#{1,6}[ \t]+\S.*$/gm) ?? []);
  const heading = headings.pop()?.replace(/^#+\s+/, '');
  const line = cell.source.split('\n').find((text) => text.trim() !== '') ?? '';
  return (heading ?? line).trim().slice(0, 70);
}

function isText(cell: NotebookCell): boolean {
  return cell.cell_type === 'markdown';
}

function markStopped(cell: CodeCell, error: unknown): void {
  const { name, message } = CasebookError.is(error) ? error : { name: 'Error', message: String(error) };
  cell.outputs.push({
    output_type: 'error',
    ename: name,
    evalue: message,
    traceback: [`${name}: ${message}`],
  });
}
