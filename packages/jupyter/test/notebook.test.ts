import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KernelClient } from './kernel-client';

const NOTEBOOKS = join(__dirname, '..', '..', '..', 'notebooks');
const kernels = join(__dirname, '..', 'share', 'jupyter', 'kernels');

jest.setTimeout(300_000);

interface Cell {
  readonly cell_type: string;
  readonly id: string;
  readonly source: readonly string[];
}

test.each(['kql-basics', 'event-analysis'])('every cell of %s runs on our kernel', async (name) => {
  const text = readFileSync(join(NOTEBOOKS, `${name}.ipynb`), 'utf8');
  const { cells } = JSON.parse(text) as { cells: readonly Cell[] };
  const kernel = await KernelClient.start(kernels, NOTEBOOKS);
  try {
    for (const { cell_type: type, id, source } of cells) {
      if (type !== 'code') continue;
      const { reply } = await kernel.finished(await kernel.submit(source.join('')), 200_000);
      expect([id, reply.content['status'], reply.content['traceback']]).toEqual([id, 'ok', undefined]);
    }
  } finally {
    await kernel.close();
  }
});
