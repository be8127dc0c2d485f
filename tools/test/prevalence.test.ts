import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const built = ['providers', 'analysis'].every((name) =>
  existsSync(join(__dirname, '../../packages', name, 'dist/index.js')),
);
if (!built) process.stdout.write('skipped: prevalence on the sample, for the packages are not built\n');

(built ? test : test.skip)(
  'planted events are among the rarest of their tables, and few look-alikes are',
  () => {
    const script = join(__dirname, '../bench/prevalence.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '6'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('planted among the rarest 1 %');
  },
  180_000,
);
