import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { houseOf, packPackage, packageName } from '../src/pack-package';
import { packageFolders } from '../src/source-files';

const root = mkdtempSync(join(tmpdir(), 'casebook-packs-'));
const tarballs = new Map<string, string>();

beforeAll(() => {
  for (const folder of packageFolders()) tarballs.set(folder, packPackage(folder, root));
}, 120_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each(packageFolders())(
  '%s works alone in an empty folder',
  (folder) => {
    const name = packageName(folder);
    const home = join(root, name.replace('/', '_'));
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), '{ "private": true }');
    const files = houseOf(folder).map((part) => tarballs.get(part) as string);
    execFileSync(
      'npm',
      [
        'install',
        '--prefer-offline',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        ...files,
      ],
      { cwd: home, stdio: 'pipe' },
    );
    const exported = execFileSync(
      process.execPath,
      ['-e', `console.log(Object.keys(require(${JSON.stringify(name)})).length)`],
      { cwd: home, encoding: 'utf8' },
    );
    expect(Number(exported)).toBeGreaterThan(0);
  },
  180_000,
);
