import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { CasebookError } from '@casebook/core';
import { EXIT } from './exit-codes';
import { findJupyter } from './find-jupyter';
import type { Command, CommandIo } from './io';
import { jupyterPaths } from './jupyter-paths';
import { readArguments, usage } from './read-arguments';

const HELP = `casebook lab: opens JupyterLab on 127.0.0.1 with Casebook's kernel

Usage: casebook lab [FOLDER] [--port N] [--no-browser]

  FOLDER         what JupyterLab shows (the current folder)
  --port N       the port, or the next free one (8888)
  --no-browser   only prints the address
`;

/** `casebook lab`. */
export const labCommand: Command = {
  name: 'lab',
  summary: "opens JupyterLab with Casebook's kernel",
  help: HELP,
  run: execute,
};

async function execute(args: readonly string[], io: CommandIo): Promise<number> {
  const given = readArguments(args, { port: { type: 'string' }, 'no-browser': { type: 'boolean' } });
  const [folder = '.', ...others] = given.positionals;
  if (others.length > 0) throw usage(`surplus argument: ${others[0]}`);
  const root = resolve(io.cwd, folder);
  if (!existsSync(root)) throw new CasebookError('SourceNotFound', `unknown folder: ${folder}`);
  const port = given.text('port');
  if (port !== undefined && !/^\d{1,5}$/.test(port)) throw usage(`invalid port: ${port}`);
  const [command = 'jupyter', ...before] = findJupyter(io.cwd, io.env).lab;
  const child = spawn(
    command,
    [
      ...before,
      '--ServerApp.ip=127.0.0.1',
      `--ServerApp.root_dir=${root}`,
      '--LabApp.news_url=None',
      '--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate',
      ...(port === undefined ? [] : [`--ServerApp.port=${port}`]),
      ...(given.flag('no-browser') ? ['--no-browser'] : []),
      ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
    ],
    { cwd: root, env: { ...io.env, JUPYTER_PATH: jupyterPaths(io.env).join(delimiter) }, stdio: 'inherit' },
  );
  io.signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  return new Promise((settle, reject) => {
    child.on('error', (cause) =>
      reject(new CasebookError('KernelFailed', 'JupyterLab did not start', { help: cause.message, cause })),
    );
    child.on('exit', (code) =>
      settle(io.signal.aborted ? EXIT.interrupted : code === 0 ? EXIT.ok : EXIT.kernel),
    );
  });
}
