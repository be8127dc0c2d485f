import { basename, dirname, resolve } from 'node:path';
import { CasebookError } from '@casebook/core';
import { openKernel } from '../kernel/open-kernel';
import type { Kernel } from '../kernel/kernel';
import { isRecord } from '../notebook/is-record';
import type { Notebook } from '../notebook/notebook';
import { readNotebook } from '../notebook/read-notebook';
import { writeNotebook } from '../notebook/write-notebook';
import { injectParameters } from '../parameters/inject-parameters';
import { writeReport } from '../report/write-report';
import { startServer, type JupyterServer } from '../server/start-server';
import { clearedForRun, runnableCells } from './runnable-cells';
import { runCells } from './run-cells';
import type { RunOptions } from './run-options';
import type { RunOutcome } from './run-outcome';
import { stopSignal } from './stop-signal';

/**
 * Runs a notebook from its first cell to its last on a server of its own and writes it after every cell.
 * Mistakes in what was asked (`SourceNotFound`, `InvalidNotebook`, `UnknownParameter`, `InvalidParameter`) reject before
 * anything starts or is written; everything later is told by the outcome.
 */
export async function runNotebook(options: RunOptions): Promise<RunOutcome> {
  const started = Date.now();
  const path = resolve(options.notebook);
  const output = resolve(options.output);
  const source = await readNotebook(path);
  const notebook = clearedForRun(injectParameters(source, options.parameters ?? {}));
  const progress = { ran: 0, cells: runnableCells(notebook).length };
  await writeNotebook(output, notebook);
  const error = await attempt(options, path, notebook, progress);
  const milliseconds = Date.now() - started;
  notebook.metadata['casebook'] = runRecord(options, started, milliseconds, error);
  await writeNotebook(output, notebook);
  const html = options.html === undefined ? {} : { html: resolve(options.html) };
  const outcome: RunOutcome = {
    status: error ? 'failed' : 'ok',
    ...(error ? { error } : {}),
    ...progress,
    milliseconds,
    output,
    ...html,
  };
  if (html.html !== undefined) await writeReport(html.html, notebook, { ...options, outcome, started });
  return outcome;
}

async function attempt(
  options: RunOptions,
  path: string,
  notebook: Notebook,
  progress: { ran: number; cells: number },
): Promise<CasebookError | undefined> {
  const stop = stopSignal(options);
  options.report?.({ message: 'starting the kernel', done: 0, total: progress.cells });
  let close = async (): Promise<void> => undefined;
  try {
    const server = await startServer(options.jupyter, dirname(path), stop.signal);
    close = server.close;
    const request = { path: basename(path), name: kernelName(notebook, options) };
    const kernel = await openKernel(server, request, () => stop.died(server.log()), stop.signal);
    close = () => closeBoth(kernel, server);
    describeKernel(notebook, kernel);
    await runCells(kernel, notebook, {
      ...options,
      output: resolve(options.output),
      progress,
      signal: stop.signal,
    });
    return undefined;
  } catch (error) {
    if (CasebookError.is(error)) return error;
    return new CasebookError('KernelFailed', `the run broke off: ${String(error)}`, { cause: error });
  } finally {
    stop.clear();
    await close();
  }
}

async function closeBoth(kernel: Kernel, server: JupyterServer): Promise<void> {
  server.remember();
  await kernel.close().catch(() => undefined);
  await server.close();
}

function kernelName(notebook: Notebook, options: RunOptions): string {
  const spec = notebook.metadata['kernelspec'];
  const name = isRecord(spec) ? spec['name'] : undefined;
  return typeof name === 'string' && name !== '' ? name : (options.defaultKernel ?? 'casebook');
}

function describeKernel(notebook: Notebook, kernel: Kernel): void {
  notebook.metadata['kernelspec'] = {
    ...(isRecord(notebook.metadata['kernelspec']) ? notebook.metadata['kernelspec'] : {}),
    name: kernel.name,
    display_name: kernel.displayName,
  };
  notebook.metadata['language_info'] = kernel.languageInfo;
}

function runRecord(
  options: RunOptions,
  started: number,
  milliseconds: number,
  error: CasebookError | undefined,
): Record<string, unknown> {
  return {
    started: new Date(started).toISOString(),
    milliseconds,
    parameters: options.parameters ?? {},
    status: error ? 'failed' : 'ok',
    ...(error ? { error: { code: error.code, message: error.message } } : {}),
  };
}
