import { basename, resolve } from 'node:path';
import { CasebookError } from '@casebook/core';
import type { ParameterValue } from '@casebook/runner';
import { describeError } from './describe-error';
import { EXIT, exitCode } from './exit-codes';
import { findJupyter } from './find-jupyter';
import type { Command, CommandIo } from './io';
import { jupyterPaths } from './jupyter-paths';
import { pathParameter } from './path-parameter';
import { readArguments, usage } from './read-arguments';
import { showProgress } from './show-progress';

const HELP = `casebook run: runs a notebook from its first cell to its last

Usage: casebook run NOTEBOOK [-p name=value]… [-o OUT.ipynb] [--html OUT.html] [--timeout S]

  -p, --parameter name=value  sets a parameter of the cell tagged \`parameters\`; lists and objects as JSON
  -o, --output OUT.ipynb      where the executed notebook goes, written after every cell (out/NOTEBOOK in the current folder)
      --html OUT.html         also writes a report as one file that needs no network
      --timeout S             the most seconds that the whole run may take
      --quiet                 no progress

The notebook runs in its own folder; a relative path given for \`data\` or another path parameter is taken from the current one.
The paths of what was written go to stdout.
Exit codes: 0 ok, 1 a cell failed, 2 usage, 3 kernel, 4 time-out, 130 interrupted.
`;

/** `casebook run`. */
export const runCommand: Command = {
  name: 'run',
  summary: 'runs a notebook and writes the executed notebook and a report',
  help: HELP,
  run: execute,
};

async function execute(args: readonly string[], io: CommandIo): Promise<number> {
  const given = readArguments(args, {
    parameter: { type: 'string', short: 'p', multiple: true },
    output: { type: 'string', short: 'o' },
    html: { type: 'string' },
    timeout: { type: 'string' },
    quiet: { type: 'boolean' },
  });
  const [notebook, ...others] = given.positionals;
  if (notebook === undefined) throw usage('missing argument: NOTEBOOK');
  if (others.length > 0) throw usage(`surplus argument: ${others[0]}`);
  const timeout = readTimeout(given.text('timeout'));
  const { runNotebook } = await import('@casebook/runner');
  const path = resolve(io.cwd, notebook);
  const parameters = await readParameters(path, given.texts('parameter'), io.cwd);
  const outcome = await runNotebook({
    notebook: path,
    parameters,
    output: resolve(io.cwd, given.text('output') ?? `out/${basename(notebook)}`),
    html: given.text('html') === undefined ? undefined : resolve(io.cwd, given.text('html') ?? ''),
    timeout,
    jupyter: { command: findJupyter(io.cwd, io.env).server, jupyterPath: jupyterPaths(io.env) },
    signal: io.signal,
    report: given.flag('quiet') ? undefined : showProgress(io),
  });
  await io.answer([outcome.output, outcome.html].filter(Boolean).join('\n') + '\n');
  const seconds = (outcome.milliseconds / 1000).toFixed(1);
  io.notice(`${outcome.ran} of ${outcome.cells} cells ran in ${seconds} s\n`);
  if (!outcome.error) return EXIT.ok;
  io.notice(describeError(outcome.error));
  return exitCode(outcome.error.code);
}

function readTimeout(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (text.trim() === '' || !Number.isFinite(seconds) || seconds <= 0 || seconds > 2_000_000) {
    throw usage(`invalid timeout: ${text}; it is a number of seconds`);
  }
  return seconds;
}

async function readParameters(
  notebook: string,
  texts: readonly string[],
  cwd: string,
): Promise<Record<string, ParameterValue>> {
  const { readNotebook, notebookParameters, findParameter, parameterFromText } =
    await import('@casebook/runner');
  const declared = notebookParameters(await readNotebook(notebook));
  const values = new Map<string, ParameterValue>();
  for (const text of texts) {
    const at = text.indexOf('=');
    if (at <= 0) throw usage(`invalid parameter: ${text}; write -p name=value`);
    const name = text.slice(0, at);
    const parameter = findParameter(declared, name);
    if (values.has(name)) throw new CasebookError('InvalidParameter', `repeated parameter: ${name}`);
    values.set(name, parameterFromText(parameter, pathParameter(name, text.slice(at + 1), cwd)));
  }
  return Object.fromEntries(values);
}
