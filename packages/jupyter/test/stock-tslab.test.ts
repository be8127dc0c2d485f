import { join } from 'node:path';
import { contents, KernelClient, written } from './kernel-client';

const ROOT = join(__dirname, '..', '..', '..');

jest.setTimeout(60_000);

/** tslab drops the cells of the moment after one that failed. */
const aMoment = (): Promise<void> => new Promise((settle) => setTimeout(settle, 500));

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

  test('runs a cell of KQL once a workspace is open, and shows its mistakes', async () => {
    const early = await kernel.execute('%kql ws\nprint a = 1');
    expect(early.reply.content['status']).toBe('error');
    await aMoment();
    await kernel.execute('import { openWorkspace } from "casebook";\nconst ws = await openWorkspace(".");');
    const done = await kernel.execute('%kql ws -o found\nprint a = {{1 + 1}}');
    expect(done.reply.content['status']).toBe('ok');
    const [shown] = contents(done, 'display_data');
    expect((shown?.['data'] as Record<string, string>)['text/plain']).toMatch(/^a\n-\n2\n1 row in /);
    expect(written(await kernel.execute('found.rowCount'))).toBe('1\n');
    const wrong = await kernel.execute('%kql ws\nprint a = frob(1)');
    expect(written(wrong)).toContain('  print a = frob(1)\n            ^^^^\n');
    await aMoment();
    expect(written(await kernel.execute('%kql | take 1'))).toContain('missing workspace: %kql');
  });
});
