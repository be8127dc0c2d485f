import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

jest.setTimeout(120_000);

const PACKAGE = resolve(__dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'casebook-check-'));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const kql = (...args: string[]): Promise<Ended> =>
  new Promise((settle) => {
    const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') };
    const command = [join(PACKAGE, 'bin/casebook.js'), 'kql', ...args];
    execFile(process.execPath, command, { cwd: folder, env }, (error, stdout, stderr) => {
      settle({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });

const check = (...args: string[]): Promise<Ended> => kql('check', ...args);

const put = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};

const cell = (source: string, type = 'code'): object => ({
  cell_type: type,
  id: `c${source.length}`,
  metadata: {},
  source,
  ...(type === 'code' ? { execution_count: null, outputs: [] } : {}),
});

beforeAll(() => {
  put('clean/good.kql', 'SecurityEvent\n| where TimeGenerated > ago(1d)\n| summarize count() by Computer\n');
  put('clean/other.yaml', 'name: no query\n');
  put('bad/a.kql', 'SecurityEvent\n| where Nope == 1\n| facet by Computer\n');
  put('bad/b.kql', 'SecurityEvent | facet by Computer');
  put(
    'bad/rule.yaml',
    'id: 1\nname: A rule\nquery: |\n  SecurityEvent\n  | where EventID == 4688\n  | extend x = frob(Computer)\nversion: 1.0.0\n',
  );
  put('bad/folded.yaml', 'query: >-\n    SecurityEvent\n    | where Nope == 1\n');
  put('bad/quoted.yaml', 'query: "SecurityEvent\\n| where Account == \\"x\\" and Nope == 1"\n');
  put('bad/single.yaml', "query: 'SecurityEvent | where Account == ''x'' and Nope == 1'\n");
  put(
    'bad/parser.yaml',
    "ParserName: vimX\nParserParams:\n  - Name: starttime\n    Type: datetime\n    Default: datetime(null)\n  - Name: who\n    Type: string\n    Default: '*'\nParserQuery: |\n  SecurityEvent\n  | where isnull(starttime) or TimeGenerated > starttime\n  | where who == '*' or Accoun == who\n",
  );
  put('bad/broken.yaml', 'query: "SecurityEvent\nname: [\n');
  put(
    'bad/book.ipynb',
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: [
        cell('%kql is no cell', 'markdown'),
        cell('%kql ws\nSecurityEvent\n| where Nope == {{x}}'),
        cell('const a = await ws.kql`SecurityEvent | where Computer == ${host} | extend b = frob(1)`;'),
        cell("await ws.query('SecurityEvent | where Account == \\'a\\' and Nope == 1');\nother.query(text);"),
      ],
    }),
  );
  put('own/Mine_CL.csv', 'TimeGenerated,Name\n2026-01-01T00:00:00Z,a\n');
  put('mine.kql', 'Mine_CL | project Name');
});

const lines = (text: string): string[] =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('  '));

test('is silent about what is right', async () => {
  expect(await check('clean')).toEqual({
    code: 0,
    stdout: '',
    stderr: '1 queries in 2 files: 0 errors, 0 warnings, 0 notes\n',
  });
});

test('says each finding at its place in the file', async () => {
  const { code, stdout, stderr } = await check('bad');
  expect(code).toBe(1);
  const nope = "The name 'Nope' does not refer to any known column, table, variable or function.";
  expect(lines(stdout)).toEqual([
    `bad/a.kql:2:9: error KS142 ${nope}`,
    'bad/b.kql:1:17: note KqlUnsupported unsupported operator: facet',
    `bad/book.ipynb:cell 2:3:9: error KS142 ${nope}`,
    "bad/book.ipynb:cell 3:1:79: error KS211 The name 'frob' does not refer to any known function.",
    `bad/book.ipynb:cell 4:1:60: error KS142 ${nope}`,
    'bad/broken.yaml:1:1: error InvalidSource unreadable YAML: bad/broken.yaml',
    `bad/folded.yaml:3:13: error KS142 ${nope}`,
    expect.stringMatching(/^bad\/parser\.yaml:12:25: error KS142 The name 'Accoun'/),
    `bad/quoted.yaml:1:53: error KS142 ${nope}`,
    expect.stringMatching(/^bad\/rule\.yaml:6:16: error KS211 The name 'frob'/),
    `bad/single.yaml:1:52: error KS142 ${nope}`,
  ]);
  expect(stderr).toBe('10 queries in 9 files: 10 errors, 0 warnings, 1 notes\n');
});

test('speaks JSON and SARIF', async () => {
  const [finding] = JSON.parse((await check('bad/rule.yaml', '--format', 'json')).stdout) as object[];
  expect(finding).toMatchObject({
    file: 'bad/rule.yaml',
    line: 6,
    column: 16,
    endLine: 6,
    endColumn: 20,
    severity: 'error',
    code: 'KS211',
  });
  const log = JSON.parse((await check('bad', '--format', 'sarif')).stdout) as {
    version: string;
    $schema: string;
    runs: {
      tool: { driver: { name: string; version: string; rules: { id: string }[] } };
      results: Record<string, unknown>[];
    }[];
  };
  expect([log.version, log.$schema, log.runs.length]).toEqual([
    '2.1.0',
    'https://json.schemastore.org/sarif-2.1.0.json',
    1,
  ]);
  const { tool, results } = log.runs[0] as (typeof log.runs)[0];
  expect(tool.driver.name).toBe('casebook');
  expect(tool.driver.rules.map(({ id }) => id)).toEqual([
    'InvalidSource',
    'KS142',
    'KS211',
    'KqlUnsupported',
  ]);
  for (const result of results) {
    expect(Object.keys(result).sort()).toEqual(['level', 'locations', 'message', 'ruleId', 'ruleIndex']);
    expect(tool.driver.rules[result['ruleIndex'] as number]?.id).toBe(result['ruleId']);
    expect(['error', 'warning', 'note']).toContain(result['level']);
  }
  expect(results[0]).toMatchObject({
    ruleId: 'KS142',
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'bad/a.kql' },
          region: { startLine: 2, startColumn: 9, endLine: 2, endColumn: 13 },
        },
      },
    ],
  });
  expect(results[2]).toMatchObject({
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'bad/book.ipynb' },
          region: {
            startLine: 1,
            startColumn: expect.any(Number),
            endLine: 1,
            endColumn: expect.any(Number),
          },
        },
        logicalLocations: [{ name: 'cell 2' }],
      },
    ],
  });
  expect(JSON.parse((await check('clean', '--format', 'sarif')).stdout)).toMatchObject({
    runs: [{ results: [] }],
  });
});

/** The stretch of a file that a finding points at. */
const pointedAt = (file: string, { line, column, endColumn }: Record<string, number>): string =>
  readFileSync(join(folder, file))
    .toString()
    .replace(/^\uFEFF/, '')
    .split('\n')
    [(line ?? 1) - 1]?.slice((column ?? 1) - 1, (endColumn ?? 1) - 1) ?? '';

const findings = async (path: string): Promise<Record<string, never>[]> =>
  JSON.parse((await check(path, '--format', 'json')).stdout) as Record<string, never>[];

test('finds the place in every form that YAML has for a text', async () => {
  const forms = {
    literal: 'query: |+ # why\r\n\r\n    SecurityEvent\r\n    | where Nope == 1\r\n',
    indented: 'query: |2\n     SecurityEvent\n\n    | where Nope == 1\n',
    folded: 'query: >+2\n  let a = 1;\n\n\n  SecurityEvent | where\n    Nope == 1\n\n',
    plain: 'query: SecurityEvent\n  | extend a = 1\n\n  | where Nope == 1\n',
    single: "query: 'SecurityEvent | where Account == ''x''\n\n   and Nope == 1'\n",
    double:
      'query: "SecurityEvent | where \\U0001F600Account\\x20== \\"é\\" \\\n    and\\tNope == 1"\n'.replace(
        '\\U0001F600',
        '',
      ),
    escaped: 'query: "SecurityEvent | where Account == \'\\U0001F600\' and Nope == 1"\n',
    continued: 'query: "SecurityEvent | where EventID==1 \\\n   and Account==\'a\' and Nope==1"\n',
    tagged: 'query: !!str &q |-\n  SecurityEvent | where Nope == 1\n',
    quotedKey: '"query": |\n  SecurityEvent | where Nope == 1\n',
    flow: '{"id": 1, "query": "SecurityEvent | where Nope == 1"}\n',
    second: 'id: 1\n---\nid: 2\nquery: |\n  SecurityEvent | where Nope == 1\n',
    marked: '\uFEFFquery: |\n  SecurityEvent | where "😀" == Account and Nope == 1\n',
  };
  for (const [name, text] of Object.entries(forms)) put(`forms/${name}.yaml`, text);
  const found = await findings('forms');
  expect(found.map(({ file }) => file)).toEqual(
    Object.keys(forms)
      .sort()
      .map((name) => `forms/${name}.yaml`),
  );
  for (const finding of found)
    expect([finding['file'], pointedAt(finding['file'] ?? '', finding)]).toEqual([finding['file'], 'Nope']);
});

test('reads parameters at the head of a file, and files of PowerShell', async () => {
  put(
    'heads/Mine.kql',
    '// parameters: (who:string, least:long = 1)\nSecurityEvent | where Account == who and EventID > least;\n',
  );
  put(
    'heads/parser.yaml',
    'FunctionName: P\nFunctionParams:\n  - Name: T:(EventID:int)\n    Type: table\nFunctionQuery: |\n  T | where EventID == 1\n',
  );
  put('heads/utf16.kql', '');
  writeFileSync(
    join(folder, 'heads/utf16.kql'),
    Buffer.from('\uFEFFSecurityEvent\r\n| where Nope == 1', 'utf16le'),
  );
  expect(lines((await check('heads')).stdout)).toEqual([
    expect.stringMatching(/^heads\/utf16\.kql:2:9: error KS142/),
  ]);
});

test('reads the queries of a notebook through their values, and each cell by itself', async () => {
  const book = (cells: string[], language: string): string =>
    JSON.stringify(
      {
        nbformat: 4,
        nbformat_minor: 5,
        metadata: { kernelspec: { language, name: 'x', display_name: 'x' } },
        cells: cells.map((one) => ({ ...cell(one), source: one.split(/(?<=\n)/) })),
      },
      null,
      1,
    );
  put(
    'books/a.ipynb',
    book(
      [
        '%kql',
        'await ws.kql`SecurityEvent | where Computer == ${host} and EventID in (${ids}) | take ${n}\n| facet by Computer`',
        '%kql ws\nSecurityEvent | where TimeGenerated > {{start}} | where "\\t😀" == Account | where Nope == 1',
        'await ws.query(kql`SecurityEvent | where Nope == ${x}`); const part = kql`SecurityEvent | where Nopf == ${x}`;',
        'await ws.kql`SecurityEvent | where Account has "${name}"`; await ws.kql`${table} | where a == 1`;',
      ],
      'typescript',
    ),
  );
  put(
    'books/b.ipynb',
    book(
      [
        '%kql loganalytics://x',
        '%kql SecurityEvent | take 1',
        '%%kql found <<\nSecurityEvent\n| where Nope == 1',
        'db.query("select 1")',
      ],
      'python',
    ),
  );
  const found = await findings('books');
  expect(found.map(({ file, cell: at, line, column, code }) => [file, at, line, column, code])).toEqual([
    ['books/a.ipynb', 1, 1, 1, 'Usage'],
    ['books/a.ipynb', 2, 2, 3, 'KqlUnsupported'],
    ['books/a.ipynb', 3, 2, 83, 'KS142'],
    ['books/a.ipynb', 4, 1, 42, 'KS142'],
    ['books/a.ipynb', 4, 1, 97, 'KS142'],
    ['books/a.ipynb', 5, 1, 49, 'InvalidParameter'],
    ['books/b.ipynb', 3, 3, 9, 'KS142'],
  ]);
  expect(found.map((finding) => pointedAt(finding['file'] ?? '', finding['inFile'] ?? {}))).toEqual([
    '%kql',
    'facet by Computer',
    'Nope',
    'Nope',
    'Nopf',
    '${name}',
    'Nope',
  ]);
});

test('knows the tables of a workspace', async () => {
  expect((await check('mine.kql')).code).toBe(1);
  expect(await check('mine.kql', '--workspace', 'own')).toMatchObject({ code: 0, stdout: '' });
});

test.each([
  [[], 'missing argument: FILE or FOLDER'],
  [['nowhere'], 'missing path: nowhere'],
  [['clean', '--format', 'xml'], 'unknown format: xml'],
  [['clean', '--frob'], 'Unknown option'],
])('refuses %j with exit code 2', async (args, message) => {
  const { code, stdout, stderr } = await check(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});

describe('casebook kql explain', () => {
  const explain = (...args: string[]): Promise<Ended> => kql('explain', ...args);

  test('tells SQL, tables and bounds of a text and of a file', async () => {
    put('q.kql', 'SecurityEvent | where TimeGenerated > ago(1d) | summarize count() by Computer');
    const { code, stdout } = await explain('q.kql', '--now', '2026-01-02');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^SQL:\n {2}SELECT "Computer", "count_"\n/);
    expect(stdout).toMatch(/\nTables:\n {2}SecurityEvent: .*TimeGenerated/);
    expect(stdout).toContain(
      '\nBounds that reach the scan:\n  SecurityEvent: TimeGenerated > 2026-01-01T00:00:00',
    );
    const own = await explain('--query', 'Mine_CL | project Name', '--workspace', 'own');
    expect(own.stdout).toMatch(/\nTables:\n {2}Mine_CL: Name\n\nPlan:\n {2}┌/);
  });

  test('fails as a query does', async () => {
    const wrong = await explain('--query', 'SecurityEvent\n| where Nope == 1');
    expect([wrong.code, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toContain('(line 2, column 9)\n  | where Nope == 1\n          ^^^^\n');
    expect((await explain()).code).toBe(2);
    expect((await kql('frob')).stderr).toContain('unknown command of kql: frob');
  });
});
