import { join } from 'node:path';
import { contents, KernelClient, type Exchange } from './kernel-client';

const kernels = join(__dirname, '..', 'share', 'jupyter', 'kernels');

const CHART =
  'import { Frame } from "@casebook/core";\nimport { show } from "@casebook/jupyter";\n' +
  'const frame = Frame.fromRows([{ name: "a", type: "int" }], [{ a: 1 }]);\n' +
  'show({ frame, intent: { kind: "bar", title: "t", category: "a", value: "a" } });';

const kinds = (exchange: Exchange): string[] =>
  contents(exchange, 'display_data').map(({ data }) => {
    const bundle = data as Record<string, unknown>;
    return 'application/vnd.plotly.v1+json' in bundle
      ? 'chart'
      : String(bundle['text/html']).length > 500_000
        ? 'library'
        : 'other';
  });

test('a notebook holds the library of charts once, and again when the cell that held it runs again', async () => {
  const kernel = await KernelClient.start(kernels);
  const run = async (cellId: string, code: string): Promise<string[]> => {
    const content = { code, silent: false, store_history: true, stop_on_error: true };
    return kinds(
      await kernel.finished(await kernel.send('execute_request', content, { metadata: { cellId } })),
    );
  };
  try {
    expect(await run('first', '1 + 1')).toEqual([]);
    expect(await run('second', CHART)).toEqual(['library', 'chart']);
    expect(await run('third', CHART)).toEqual(['chart']);
    expect(await run('second', CHART)).toEqual(['library', 'chart']);
  } finally {
    await kernel.close();
  }
}, 60_000);
