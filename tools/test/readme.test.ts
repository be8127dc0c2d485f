import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../src/source-files';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code as string);

test('the README has an example of five lines or a few more', () => {
  expect(examples.length).toBeGreaterThan(0);
});

test.each(examples)(
  'the README example runs as a module of a program',
  (code) => {
    const folder = join(ROOT, 'out', 'readme-example');
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(join(folder, 'example.mjs'), code);
      const output = execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' });
      expect(output).toContain('columns');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);

test('every file that the README links to is there', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => path as string);
  const missing = links.filter((path) => {
    try {
      execFileSync('test', ['-e', join(ROOT, path)]);
      return false;
    } catch {
      return true;
    }
  });
  expect(missing).toEqual([]);
});
