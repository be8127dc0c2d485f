import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './source-files';

const HOUSE = new Set(['@casebook', 'casebook', '.cache', '.package-lock.json']);

const linkModules = (copy: string): void => {
  const modules = realpathSync(join(ROOT, 'node_modules'));
  mkdirSync(join(copy, 'node_modules', '@casebook'), { recursive: true });
  for (const name of readdirSync(modules).filter((entry) => !HOUSE.has(entry))) {
    symlinkSync(join(modules, name), join(copy, 'node_modules', name));
  }
  for (const name of readdirSync(join(copy, 'packages'))) {
    const target = name === 'casebook' ? 'casebook' : join('@casebook', name);
    symlinkSync(join(copy, 'packages', name), join(copy, 'node_modules', target));
  }
  for (const name of ['queries', 'tools', 'notebooks'])
    symlinkSync(join(copy, name), join(copy, 'node_modules', '@casebook', name));
};

/** Copies the files that git knows or would take into a new temporary folder, with the installed modules linked in; gives its path. */
export const copyWorkspace = (): string => {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'casebook-copy-')));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file));
  }
  linkModules(copy);
  return copy;
};
