import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyWorkspace } from '../src/copy-workspace';
import { FORBIDDEN_IMPORTS } from '../src/forbidden-imports';

const plantedName = (index: number): string => `planted-import-${index}.ts`;

test('a forbidden import fails the lint, for each package and each kind', () => {
  const copy = copyWorkspace();
  try {
    FORBIDDEN_IMPORTS.forEach(({ folder, specifier }, index) => {
      mkdirSync(join(copy, folder, 'src'), { recursive: true });
      writeFileSync(
        join(copy, folder, 'src', plantedName(index)),
        `import * as planted from '${specifier}';\n\n/** Planted. */\nexport const value = planted;\n`,
      );
    });
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(copy, 'node_modules', 'nx', 'dist', 'bin', 'nx.js'),
        'run-many',
        '-t',
        'lint',
        '--skip-nx-cache',
        '--nxBail=false',
        '--outputStyle=stream',
      ],
      {
        cwd: copy,
        encoding: 'utf8',
        env: { ...process.env, NX_DAEMON: 'false', CI: 'true', NX_NO_CLOUD: 'true', FORCE_COLOR: '0' },
      },
    );
    const parts = (stdout + stderr).split('planted-import-');
    const caught = FORBIDDEN_IMPORTS.filter((_, index) =>
      parts.some(
        (part) =>
          part.startsWith(`${index}.ts`) && /enforce-module-boundaries|no-restricted-imports/.test(part),
      ),
    );
    expect(caught).toEqual(FORBIDDEN_IMPORTS);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}, 240_000);
