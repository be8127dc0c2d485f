import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jupyterPath } from '@casebook/jupyter';
import { contents, KernelClient } from './kernel-client';

jest.setTimeout(60_000);

test('the kernel starts under the name tslab, through a link in a path with spaces, for a notebook far away', async () => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'far away ')));
  mkdirSync(join(base, 'linked modules'));
  const link = join(base, 'linked modules', 'jupyter');
  symlinkSync(join(jupyterPath(), '..', '..'), link, 'dir');
  const kernel = await KernelClient.start(join(link, 'share', 'jupyter', 'kernels'), base, 'tslab');
  try {
    const done = await kernel.execute(
      'import { TimeSpan } from "@casebook/core";\n[typeof TimeSpan, process.cwd()]',
    );
    expect(contents(done, 'execute_result')[0]?.['data']).toEqual({
      'text/plain': `[ 'function', '${base}' ]`,
    });
  } finally {
    await kernel.close();
    rmSync(base, { recursive: true });
  }
});
