import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { announced, keepLog } from './log.mjs';
import { Missing } from './missing.mjs';
import { NO_NETWORK, hasNetwork } from './network.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';

const REQUIREMENTS = 'tools/bootstrap/requirements.txt';
const VENV = join(ROOT, '.venv');
const STAMP = join(VENV, '.casebook-stamp');
const BIN = process.platform === 'win32' ? 'Scripts' : 'bin';
const CANDIDATES = ['python3', 'python'];

/** The Python of the clone's own virtual environment. */
export const VENV_PYTHON = join(VENV, BIN, process.platform === 'win32' ? 'python.exe' : 'python');

/** Makes the virtual environment with the pinned JupyterLab, unless it is there and runs. */
export async function ensureVenv() {
  const hash = hashOf([REQUIREMENTS], ROOT);
  if (isStamped(STAMP, hash) && (await runs(VENV_PYTHON, 'import sys'))) return;
  if (!(await isComplete())) await install();
  stamp(STAMP, hash);
}

/** Looks for what only the user can install, before anything is downloaded. */
export async function requirePython() {
  if (existsSync(VENV_PYTHON) && (await runs(VENV_PYTHON, 'import sys'))) return;
  await findPython();
}

async function isComplete() {
  const check = 'import sys, jupyterlab; sys.exit(jupyterlab.__version__ != sys.argv[1])';
  const { code } = await run(VENV_PYTHON, ['-c', check, await wantedVersion()]);
  return code === 0;
}

async function wantedVersion() {
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(join(ROOT, REQUIREMENTS), 'utf8');
  return /^jupyterlab==(\S+)/m.exec(text)?.[1] ?? '';
}

async function install() {
  const python = await findPython();
  rmSync(VENV, { recursive: true, force: true });
  const [network, made] = await Promise.all([hasNetwork(), run(python, ['-m', 'venv', VENV])]);
  if (made.code !== 0) throw new Missing(noVenv());
  const work = () => pipInstall(network);
  const { code, output } = await (network ? announced('Installing JupyterLab into .venv', work) : work());
  if (code === 0) return;
  rmSync(VENV, { recursive: true, force: true });
  if (!network || isNetworkFailure(output)) throw new Missing(NO_NETWORK);
  const file = keepLog('pip-install', output);
  throw new Missing(
    `JupyterLab could not be installed: see ${file}, mend what it names, and run the command again.`,
  );
}

/** pip has no way to ask for the network: without one it is stopped where it found nothing on this machine. */
function pipInstall(network) {
  const limits = network ? ['--retries', '3', '--timeout', '15'] : ['--retries', '0', '--timeout', '3'];
  const pattern = /Downloading|Using cached|Processing|Requirement already/;
  return run(
    VENV_PYTHON,
    ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', ...limits, '-r', REQUIREMENTS],
    { until: { limit: network ? 60_000 : 7000, pattern } },
  );
}

function isNetworkFailure(output) {
  return /NewConnectionError|ConnectTimeout|Temporary failure in name resolution|No matching distribution/.test(
    output,
  );
}

async function findPython() {
  for (const python of CANDIDATES) {
    if (!(await runs(python, 'import sys; sys.exit(sys.version_info < (3, 10))'))) continue;
    if (await runs(python, 'import venv, ensurepip')) return python;
    throw new Missing(noVenv());
  }
  throw new Missing(
    'Python 3.10 or newer was not found: install it (on Debian and Ubuntu `apt install python3 python3-venv`), then run the command again.',
  );
}

function noVenv() {
  return "Python's venv module is missing: install it (on Debian and Ubuntu `apt install python3-venv`), then run the command again.";
}

async function runs(python, code) {
  const { code: exit } = await run(python, ['-c', code], { until: { limit: 8000, pattern: /$^/ } });
  return exit === 0;
}
