import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announced, keepLog } from './log.mjs';
import { Missing } from './missing.mjs';
import { NO_NETWORK, hasNetwork } from './network.mjs';
import { npm } from './npm.mjs';
import { ROOT } from './root.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';

const STAMP = join(ROOT, 'node_modules', '.casebook-stamp');
const QUIET = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];

/** Installs the packages of the lock file, unless they are there. */
export async function ensureNodeModules() {
  const hash = hashOf(['package-lock.json', ...manifests()], process.platform, process.arch);
  if (isStamped(STAMP, hash)) return;
  if (!isConsistent()) await install();
  stamp(STAMP, hash);
}

/** `npm install` rather than `npm ci`, which refuses a lock file that does not name the optional packages of every platform. */
async function install() {
  const network = await hasNetwork();
  const flags = network ? ['--prefer-offline'] : ['--offline'];
  const work = () => npm(['install', '--no-save', ...QUIET, ...flags]);
  const { code, output } = await (network ? announced('Installing the node modules', work) : work());
  if (code === 0) return;
  if (!network) throw new Missing(NO_NETWORK);
  const file = keepLog('npm-install', output);
  throw new Missing(
    `The node modules could not be installed: see ${file}, mend what it names, and run the command again.`,
  );
}

function manifests() {
  const packages = readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}/package.json`);
  return [
    'package.json',
    ...packages,
    'queries/package.json',
    'tools/package.json',
    'notebooks/package.json',
  ].filter((file) => existsSync(join(ROOT, file)));
}

/** Whether node_modules already holds what the lock file asks for, installed by someone else. */
function isConsistent() {
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const there = packagesOf(join(ROOT, 'node_modules', '.package-lock.json'));
  if (!wanted || !there) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer, link }]) => {
    if (!path.includes('node_modules/') || optional || devOptional || peer) return true;
    return link ? existsSync(join(ROOT, path)) : there[path]?.version === version;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
