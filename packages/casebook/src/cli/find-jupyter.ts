import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { CasebookError } from '@casebook/core';

/** The commands that start Jupyter's programs. */
export interface JupyterCommands {
  readonly server: readonly string[];
  readonly lab: readonly string[];
}

/**
 * Finds Jupyter: the Python of CASEBOOK_PYTHON, a `.venv` in the current folder or above it, a `.venv` above the installation,
 * or `jupyter` on PATH, in this order; none is a `KernelFailed` error.
 */
export function findJupyter(cwd: string, env: Readonly<Record<string, string | undefined>>): JupyterCommands {
  const python = env['CASEBOOK_PYTHON'];
  if (python) return ofPython(python);
  for (const folder of [...above(cwd), ...above(__dirname)]) {
    const found = pythonOf(join(folder, '.venv'));
    if (found !== null) return ofPython(found);
  }
  const jupyter = onPath('jupyter', env['PATH'] ?? '');
  if (jupyter !== null) return { server: [jupyter, 'server'], lab: [jupyter, 'lab'] };
  throw new CasebookError('KernelFailed', 'Jupyter was not found', {
    help: 'Install it beside your project: python3 -m venv .venv && .venv/bin/pip install jupyterlab',
  });
}

function ofPython(python: string): JupyterCommands {
  return { server: [python, '-m', 'jupyter_server'], lab: [python, '-m', 'jupyterlab'] };
}

function above(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}

/** The Python of a virtual environment that has a Jupyter server. */
function pythonOf(venv: string): string | null {
  for (const [server, python] of [
    ['bin/jupyter-server', 'bin/python'],
    ['Scripts/jupyter-server.exe', 'Scripts/python.exe'],
  ] as const) {
    if (existsSync(join(venv, server))) return join(venv, python);
  }
  return null;
}

function onPath(name: string, path: string): string | null {
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  const places = path.split(delimiter).flatMap((folder) => names.map((one) => join(folder, one)));
  return places.find((place) => existsSync(place)) ?? null;
}
