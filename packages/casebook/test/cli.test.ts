import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

jest.setTimeout(120_000);

const PACKAGE = resolve(__dirname, '..');
const ROOT = resolve(PACKAGE, '../..');
const folder = mkdtempSync(join(tmpdir(), 'casebook-cli-'));

writeFileSync(
  join(folder, 'Events_CL.csv'),
  'TimeGenerated,Name,Count\n2026-01-01T00:00:00Z,"a ""quoted"", one",1\n2026-01-02T00:00:00Z,=two,2\n',
);

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function casebook(...args: string[]): Promise<Ended> {
  const bin = join(PACKAGE, 'bin/casebook.js');
  const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') };
  return new Promise((settle) => {
    execFile(process.execPath, [bin, ...args], { cwd: folder, env }, (error, stdout, stderr) => {
      settle({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

function notebook(name: string, ...sources: string[]): string {
  const cells = sources.map((source, index) => ({
    cell_type: 'code',
    id: `c${index}`,
    metadata: index === 0 ? { tags: ['parameters'] } : {},
    source,
    execution_count: null,
    outputs: [],
  }));
  const metadata = { kernelspec: { name: 'casebook', display_name: 'Casebook', language: 'typescript' } };
  writeFileSync(join(folder, name), JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
  return name;
}

describe('casebook', () => {
  it('says its version and its commands', async () => {
    const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(await casebook('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    const help = await casebook('--help');
    expect([help.code, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toMatch(/\n {2}run .*\n {2}query .*\n {2}kql .*\n {2}lab /);
  });

  it.each([
    [[], 'Usage: casebook'],
    [['frob'], 'unknown command: frob'],
    [['query', 'T'], 'missing option: --data'],
    [['query', '--data', 'x', '--format', 'xml', 'T'], 'unknown format: xml'],
    [['query', '--data', 'x'], "give either 'KQL' or --file F"],
    [['query', '--data', 'nowhere', 'T'], 'missing data source'],
    [['run'], 'missing argument: NOTEBOOK'],
    [['run', 'none.ipynb'], 'unreadable notebook'],
    [['run', 'a.ipynb', '--frob'], 'Unknown option'],
    [['run', 'a.ipynb', '--timeout', 'soon'], 'invalid timeout: soon'],
  ])('refuses %j on stderr with exit code 2', async (args, message) => {
    const { code, stdout, stderr } = await casebook(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

describe('casebook query', () => {
  it('answers on stdout as a table, JSON or CSV', async () => {
    const kql = 'Events_CL | project Name, Count | order by Count asc';
    const query = (format: string): Promise<Ended> =>
      casebook('query', '--data', '.', '--format', format, kql);
    const [table, json, csv] = [await query('table'), await query('json'), await query('csv')];
    expect(table.stdout.split('\n')).toEqual([
      'Name             Count',
      '---------------  -----',
      'a "quoted", one      1',
      '=two                 2',
      '',
    ]);
    expect(JSON.parse(json.stdout)).toEqual({
      columns: [
        { name: 'Name', type: 'string' },
        { name: 'Count', type: 'long' },
      ],
      rows: [
        ['a "quoted", one', 1],
        ['=two', 2],
      ],
    });
    expect(csv.stdout.replaceAll('\r', '')).toBe('Name,Count\n"a ""quoted"", one",1\n\'=two,2\n');
    expect([table.code, json.code, csv.code]).toEqual([0, 0, 0]);
  });

  it('cuts to a time span and follows the clock that it is given', async () => {
    const now = ['--now', '2026-01-03T00:00:00Z'];
    const { stdout } = await casebook(
      'query',
      '--data',
      '.',
      '--format',
      'csv',
      '--timespan',
      '36h',
      ...now,
      'Events_CL | project Count',
    );
    expect(stdout.replaceAll('\r', '')).toBe('Count\n2\n');
  });

  it('shows where a query is wrong or refused, on stderr, with exit code 1', async () => {
    const wrong = await casebook('query', '--data', '.', 'Events_CL\n| where Nope == 1');
    expect([wrong.code, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toMatch(/^KqlSyntax: .*\(line 2, column 9\)\n {2}\| where Nope == 1\n {10}\^{4}\n/);
    const refused = await casebook('query', '--data', '.', 'Events_CL | evaluate autocluster()');
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toMatch(/^KqlUnsupported: /);
  });

  it('reads the query from a file', async () => {
    writeFileSync(join(folder, 'q.kql'), 'Events_CL | count');
    const { stdout } = await casebook('query', '--data', '.', '--format', 'csv', '--file', 'q.kql');
    expect(stdout.replaceAll('\r', '')).toBe('Count\n2\n');
  });
});

const describeWithJupyter = existsSync(join(ROOT, '.venv/bin/jupyter-server')) ? describe : describe.skip;

describeWithJupyter('casebook run on our kernel, from a folder without node modules', () => {
  it('runs a notebook on the logs of a folder beside it and writes notebook and report', async () => {
    notebook(
      'look.ipynb',
      "const data: string = 'sample'; const most: number = 9;",
      "import { openWorkspace, show } from 'casebook';\nconst workspace = await openWorkspace(data);",
      'const found = await workspace.query(`Events_CL | where Count <= ${most} | project Count`);\nconsole.log(JSON.stringify({ found }.found.toTable().rows)); show(found)',
      'await workspace.close();',
    );
    const ended = await casebook(
      'run',
      'look.ipynb',
      '-p',
      'data=.',
      '-p',
      'most=1',
      '-o',
      'o/look.ipynb',
      '--html',
      'o/look.html',
    );
    expect(ended.stderr).toMatch(/5 of 5 cells ran/);
    expect([ended.code, ended.stdout]).toEqual([
      0,
      `${join(folder, 'o/look.ipynb')}\n${join(folder, 'o/look.html')}\n`,
    ]);
    expect(readFileSync(join(folder, 'o/look.ipynb'), 'utf8')).toContain('[[1]]');
    expect(readFileSync(join(folder, 'o/look.html'), 'utf8')).toContain(JSON.stringify(folder).slice(1, -1));
  });

  it('says which cell failed with exit code 1, and refuses parameters with 2', async () => {
    notebook('bad.ipynb', 'const days = 7;', "throw new RangeError('too far')");
    const failed = await casebook('run', 'bad.ipynb', '--quiet');
    expect([failed.code, failed.stdout]).toEqual([1, `${join(folder, 'out/bad.ipynb')}\n`]);
    expect(failed.stderr).toContain('RangeError: too far');
    const refused = await casebook('run', 'bad.ipynb', '-p', 'dais=1');
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('The notebook has days: number.');
  });

  it('stops at the time limit with exit code 4', async () => {
    notebook('slow.ipynb', 'await new Promise((done) => setTimeout(done, 100_000))');
    const slow = await casebook('run', 'slow.ipynb', '--timeout', '12', '--quiet');
    expect(slow.code).toBe(4);
    expect(slow.stderr).toContain('RunTimeout: the run took longer than 12 s');
  });
});
