import { existsSync, mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { JupyterSetup } from '@casebook/runner';

const ROOT = resolve(__dirname, '../../../..');
const PYTHON = join(ROOT, '.venv/bin/python');

/** `describe`, or a named skip where the clone has no `.venv` with Jupyter. */
export const describeWithJupyter = existsSync(join(ROOT, '.venv/bin/jupyter-server'))
  ? describe
  : describe.skip;

/** A folder of its own for a test file. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'casebook-test-'));
}

/** Jupyter of `.venv` with stock tslab under its own name, which no other kernelspec shadows. */
export function stockSetup(folder: string): JupyterSetup {
  const kernel = join(folder, 'jupyter', 'kernels', 'stock-tslab');
  mkdirSync(kernel, { recursive: true });
  const tslab = join(ROOT, 'node_modules', 'tslab', 'bin', 'tslab');
  const spec = {
    argv: [process.execPath, tslab, 'kernel', '--config-path', '{connection_file}'],
    language: 'typescript',
    display_name: 'TypeScript',
  };
  writeFileSync(join(kernel, 'kernel.json'), JSON.stringify(spec));
  return { command: [PYTHON, '-m', 'jupyter_server'], jupyterPath: [join(folder, 'jupyter')] };
}

/** Adds a kernelspec `frail-tslab` whose first process dies at once, as one does whose port was taken. */
export function addFrailKernel(folder: string): void {
  const kernel = join(folder, 'jupyter', 'kernels', 'frail-tslab');
  mkdirSync(kernel, { recursive: true });
  const tslab = join(ROOT, 'node_modules', 'tslab', 'bin', 'tslab');
  const [launcher, flag] = [join(kernel, 'launch.cjs'), JSON.stringify(join(kernel, 'died'))];
  writeFileSync(
    launcher,
    `const fs = require('node:fs');
if (fs.existsSync(${flag})) require(${JSON.stringify(tslab)});
else { fs.writeFileSync(${flag}, ''); process.exit(1); }`,
  );
  const argv = [process.execPath, launcher, 'kernel', '--config-path', '{connection_file}'];
  writeFileSync(
    join(kernel, 'kernel.json'),
    JSON.stringify({ argv, language: 'typescript', display_name: 'Frail' }),
  );
}

/** A code cell for {@link writeNotebookFile}: its source and tags. */
export interface TestCell {
  readonly source: string;
  readonly tags?: readonly string[];
}

/** Writes a notebook of code cells and gives its path. */
export function writeNotebookFile(
  folder: string,
  name: string,
  cells: readonly (string | TestCell)[],
  kernel = 'stock-tslab',
): string {
  const path = join(folder, `${name}.ipynb`);
  const written = cells.map((cell) => {
    const { source, tags = [] } = typeof cell === 'string' ? { source: cell } : cell;
    return { cell_type: 'code', metadata: { tags }, source, execution_count: 9, outputs: [] };
  });
  const metadata = { kernelspec: { name: kernel, display_name: kernel, language: 'typescript' } };
  writeFileSync(path, JSON.stringify({ cells: written, metadata, nbformat: 4, nbformat_minor: 4 }));
  return path;
}
