import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contents, KernelClient, type Exchange } from './kernel-client';

const ROOT = join(__dirname, '..', '..', '..');
const kernels = join(__dirname, '..', 'share', 'jupyter', 'kernels');

jest.setTimeout(120_000);

describe('KQL in the kernel', () => {
  let kernel: KernelClient;

  beforeAll(async () => {
    process.env['XDG_CACHE_HOME'] ??= mkdtempSync(join(tmpdir(), 'casebook-kql-'));
    kernel = await KernelClient.start(kernels, join(ROOT, 'notebooks'));
    const opened = await kernel.execute(
      'import { openWorkspace, sample } from "casebook";\n' +
        'const ws = await openWorkspace(sample({ seed: 1, rows: 5000 }));\n' +
        'const host = "FIN-WS07";',
    );
    expect(opened.reply.content['status']).toBe('ok');
  });
  afterAll(() => kernel.close());

  const result = (done: Exchange): Record<string, string> => {
    expect(done.reply.content).toMatchObject({ status: 'ok' });
    return contents(done, 'execute_result')[0]?.['data'] as Record<string, string>;
  };

  const ask = async (type: string, marked: string): Promise<Record<string, unknown>> => {
    const cursor_pos = marked.indexOf('¦');
    const { reply } = await kernel.request(type, { code: marked.replace('¦', ''), cursor_pos });
    return reply.content;
  };

  test('a cell of KQL shows its table, the number of rows and the time', async () => {
    const data = result(await kernel.execute('%kql ws\nSecurityEvent\n| take 2\n| project EventID'));
    expect(data['text/plain']).toMatch(/^EventID\n-+\n[ \d]+\n[ \d]+\n2 rows in [\d\s]+ ms$/);
    expect(data['text/html']).toContain('2 rows × 1 column');
    expect(result(await kernel.execute('_.rowCount'))['text/plain']).toBe('2');
  });

  test('a named answer stays, and values are quoted', async () => {
    await kernel.execute('const evil = "x\' or 1 == 1 //";');
    const code = '%kql ws -o found\nprint a = {{evil}}, b = {{[1, 2]}}';
    expect(result(await kernel.execute(code))['text/plain']).toContain("x' or 1 == 1 //");
    expect(result(await kernel.execute('found.rows()[0]!["a"] === evil'))['text/plain']).toBe('true');
    expect(
      result(await kernel.execute('(await ws.kql<{ n: number }>`print n = ${3}`).rows()[0]!.n + 1'))[
        'text/plain'
      ],
    ).toBe('4');
  });

  test('all mistakes are shown at their places in the cell', async () => {
    const { reply } = await kernel.execute('%kql ws\nSecurityEvent\n| where Nope == 1\n| extend a = frob(2)');
    expect(reply.content).toMatchObject({
      ename: 'KqlSyntax',
      traceback: [
        expect.stringMatching(/^KqlSyntax: The name 'Nope' .*\(line 3, column 9\)$/),
        '  | where Nope == 1',
        '          ^^^^',
        '  Name a column that the rows have at this place, a table, or a `let`.',
        expect.stringMatching(/^KqlSyntax: The name 'frob' .*\(line 4, column 14\)$/),
        '  | extend a = frob(2)',
        '               ^^^^',
        expect.stringMatching(/^ {2}Define it in the query with `let name/),
      ],
    });
  });

  test('a refusal says what to write instead', async () => {
    const { reply } = await kernel.execute('%kql ws SecurityEvent | facet by Computer');
    expect(reply.content['traceback']).toEqual([
      'KqlUnsupported: unsupported operator: facet (line 1, column 25)',
      '          SecurityEvent | facet by Computer',
      '                          ^^^^^^^^^^^^^^^^^',
      '  Instead: Ask `summarize count() by column` once for each column.',
    ]);
  });

  test('a wrong beginning is told with its place', async () => {
    const none = await kernel.execute('%kql\nSecurityEvent');
    expect(none.reply.content).toMatchObject({ ename: 'Usage', evalue: 'missing workspace: %kql' });
    const other = await kernel.execute('%kql wz\nSecurityEvent');
    expect(other.reply.content['traceback']).toEqual([
      expect.stringMatching(/^TypeScriptError: Cannot find name 'wz'.* \(line 1, column 6\)$/),
      '  %kql wz',
      '       ^',
    ]);
  });

  test('completes and explains KQL in a cell and in a template', async () => {
    expect(await ask('complete_request', '%kql ws\nSecurityEvent | where Comp¦')).toMatchObject({
      matches: expect.arrayContaining(['Computer']),
      cursor_start: 30,
      cursor_end: 34,
    });
    expect(await ask('complete_request', '%kql ws\nSecurityEvent | evaluate autoc¦')).toMatchObject({
      metadata: {
        _jupyter_types_experimental: [{ text: 'autocluster(', type: 'refused', start: 33, end: 38 }],
      },
    });
    expect(await ask('complete_request', '%kql ws\nSecurityEvent | where CommandL¦')).toMatchObject({
      metadata: { _jupyter_types_experimental: [{ text: 'CommandLine', type: 'column' }] },
    });
    expect(await ask('complete_request', 'show(await ws.kql`SecurityEvent | summ¦ | take 1`)')).toMatchObject(
      {
        matches: ['summarize'],
        cursor_start: 34,
        cursor_end: 38,
      },
    );
    expect(await ask('complete_request', 'await ws.kql`T | where a == ${ho¦}`')).toMatchObject({
      matches: expect.arrayContaining(['host']),
    });
    const told = await ask('inspect_request', 'await ws.query(`SecurityEvent | where Compu¦ter == ""`)');
    expect(told['data']).toEqual({ 'text/plain': 'Computer: string' });
    expect(await ask('inspect_request', '%kql ws\nSecurityEv¦ent')).toMatchObject({
      data: { 'text/plain': expect.stringMatching(/^\(table\) SecurityEvent\n/) },
    });
  });
});
