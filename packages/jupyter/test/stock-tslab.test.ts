import { join } from 'node:path';
import { contents, KernelClient, written } from './kernel-client';

const ROOT = join(__dirname, '..', '..', '..');

jest.setTimeout(60_000);

describe('show() on a stock tslab', () => {
  let kernel: KernelClient;

  beforeAll(async () => {
    const tslab = join(ROOT, 'node_modules', 'tslab', 'bin', 'tslab');
    kernel = await KernelClient.startCommand(
      (file) => [process.execPath, tslab, 'kernel', '--config-path', file],
      join(ROOT, 'notebooks'),
    );
  });
  afterAll(() => kernel.close());

  test('shows a frame as text and as a table in one output', async () => {
    const done = await kernel.execute(
      'import { Frame } from "@casebook/core";\nimport { show } from "@casebook/jupyter";\n' +
        'show(Frame.fromRows([{ name: "host", type: "string" }], [{ host: "<b>ws-1" }]));',
    );
    const [shown, ...others] = contents(done, 'display_data');
    expect(others).toEqual([]);
    const data = shown?.['data'] as Record<string, string>;
    expect(data['text/html']).toContain('&lt;b&gt;ws-1');
    expect(data['text/plain']).toContain('<b>ws-1');
    expect(written(done)).toBe('');
  });

  test('replaces what was shown under an id', async () => {
    const done = await kernel.execute('show(1, { id: "it" });\nshow(2, { id: "it" });');
    const transient = { display_id: 'it' };
    expect(contents(done, 'display_data')).toEqual([
      { data: { 'text/plain': '1' }, metadata: {}, transient },
    ]);
    expect(contents(done, 'update_display_data')).toEqual([
      { data: { 'text/plain': '2' }, metadata: {}, transient },
    ]);
  });
});
