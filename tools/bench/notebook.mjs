// How long the whole host notebook takes headlessly. Usage: node tools/bench/notebook.mjs [NOTEBOOK]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print, time } from './lib.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const notebook = process.argv[2] ?? join(root, 'notebooks', 'host-investigation.ipynb');
const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
const run = () => {
  const command = [
    join(root, 'packages', 'casebook', 'bin', 'casebook.js'),
    'run',
    notebook,
    '-o',
    join(folder, 'out.ipynb'),
  ];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};

print(`casebook run ${notebook.split('/').pop()}`, await time(run, 3));
rmSync(folder, { recursive: true, force: true });
