import { setTimeout as sleep } from 'node:timers/promises';
import { CasebookError } from '@casebook/core';
import type { Kernel } from '../kernel/kernel';
import { hasTag } from '../notebook/cell-tags';
import type { CodeCell, ErrorOutput } from '../notebook/notebook';
import type { OutputLog } from '../notebook/output-log';
import { synthesizeError } from './synthesize-error';

/** Stock tslab drops the cells that come in this many milliseconds after an error. */
const RECOVERY = 300;

/** Runs one code cell; an error that its tags do not allow is a `CellFailed` error. */
export async function runCell(
  kernel: Kernel,
  cell: CodeCell,
  log: OutputLog,
  signal: AbortSignal,
): Promise<void> {
  const reply = await kernel.execute(cell.source, (message) => log.receive(cell, message), signal);
  cell.execution_count = reply.executionCount;
  cell.metadata['execution'] = reply.times;
  if (reply.status === 'ok') return;
  const error = lastError(cell) ?? synthesizeError(cell);
  if (!hasTag(cell, 'raises-exception')) {
    throw new CasebookError('CellFailed', `failed cell: ${error.ename}: ${error.evalue}`);
  }
  await sleep(RECOVERY);
}

function lastError(cell: CodeCell): ErrorOutput | undefined {
  return cell.outputs.filter((output): output is ErrorOutput => output.output_type === 'error').pop();
}
