// How long a program waits for Casebook. Usage: node tools/bench/startup.mjs
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print, time } from './lib.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const run = (code) => {
  const { status, stderr } = spawnSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};

print('node with an empty program', await time(() => run('')));
print("require('casebook')", await time(() => run("require('casebook')")));
print(
  'first answer: open the sample, count a table',
  await time(
    () =>
      run(
        "require('casebook').openWorkspace('sample').then(async (w) => { await w.query('SecurityEvent | count'); w.close(); })",
      ),
    3,
  ),
);
