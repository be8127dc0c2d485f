import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { zipSync } from 'fflate';
import { Bench, issuesOf, rowsOf } from './folder';

const bench = new Bench();
afterEach(() => bench.clear());

const CSV = 'TimeGenerated,EventID,Computer,Own\n2019-01-15 05:15:02.980,4688,"a, ""b""\nc",1.5\n,,,\n';
const NDJSON =
  '{"TimeGenerated":"2019-01-15T05:15:02.9801234Z","EventID":4688,"Computer":"a","Own":{"b":[1,null]}}\n{"EventID":null}\n';
const LIST =
  '[{"TimeGenerated":"2019-01-15T05:15:02.9801234Z",\n"EventID":4688,"Computer":"a","Own":{"b":[1,null]}}\n,{"EventID":null}]';
const ASK = 'SecurityEvent | project TimeGenerated, EventID, Computer, Own';
const FROM_CSV = [
  ['2019-01-15T05:15:02.98Z', 4688, 'a, "b"\nc', 1.5],
  [null, null, '', null],
];
const FROM_JSON = [
  ['2019-01-15T05:15:02.9801234Z', 4688, 'a', { b: [1, null] }],
  [null, null, '', null],
];
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** The bytes of a Parquet file with the rows of a SQL text. */
const parquet = async (sql: string): Promise<Uint8Array> => {
  const path = join(bench.folder(), 'made.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${sql}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return new Uint8Array(readFileSync(path));
};

describe('formats', () => {
  it.each([
    ['CSV', { 'SecurityEvent.csv': CSV }, FROM_CSV],
    [
      'CSV with Windows line breaks',
      { 'SecurityEvent.csv': CSV.replaceAll('\n', '\r\n').replace('"\r\nc', '"\nc') },
      FROM_CSV,
    ],
    ['CSV with a byte order mark', { 'SecurityEvent.csv': `\ufeff${CSV}` }, FROM_CSV],
    [
      'CSV in UTF-16',
      { 'SecurityEvent.csv': new Uint8Array(Buffer.from(`\ufeff${CSV}`, 'utf16le')) },
      FROM_CSV,
    ],
    ['CSV with semicolons', { 'SecurityEvent.csv': CSV.replaceAll(',', ';').replace('a;', 'a,') }, FROM_CSV],
    ['TSV', { 'SecurityEvent.tsv': CSV.replaceAll(',', '\t').replace('a\t', 'a,') }, FROM_CSV],
    ['gzipped CSV', { 'SecurityEvent.csv.gz': gzipSync(CSV) }, FROM_CSV],
    ['NDJSON', { 'SecurityEvent.ndjson': NDJSON }, FROM_JSON],
    ['JSON lines', { 'SecurityEvent.jsonl': NDJSON }, FROM_JSON],
    ['JSON lines named json', { 'SecurityEvent.json': NDJSON }, FROM_JSON],
    ['a JSON list', { 'SecurityEvent.json': LIST }, FROM_JSON],
    [
      'JSON values over several lines',
      { 'SecurityEvent.json': LIST.slice(1, -1).replace('\n,', '\n') },
      FROM_JSON,
    ],
    ['gzipped NDJSON', { 'SecurityEvent.json.gz': gzipSync(NDJSON) }, FROM_JSON],
    ['a file with more in its name', { 'SecurityEvent.2019-01.part-1.csv': CSV }, FROM_CSV],
    ['a folder named after the table', { 'SecurityEvent/2019/01.csv': CSV }, FROM_CSV],
    ['a zip in the folder', { 'logs.zip': zipSync({ 'SecurityEvent.csv': text(CSV) }) }, FROM_CSV],
    [
      'a zip named after the table',
      { 'SecurityEvent.zip': zipSync({ 'x/y.csv': [text(CSV), { level: 0 }] }) },
      FROM_CSV,
    ],
    [
      'a gzipped file in a zip',
      { 'logs.zip': zipSync({ 'SecurityEvent.json.gz': gzipSync(NDJSON) }) },
      FROM_JSON,
    ],
  ])('%s', async (_name, files, expected) => {
    const workspace = await bench.of(files as unknown as Record<string, string>);
    expect(await rowsOf(workspace, ASK)).toEqual(expected);
    expect(issuesOf(workspace)).toEqual([]);
  });

  it('a zip archive is a source', async () => {
    const folder = bench.folder({
      'any.zip': zipSync({ 'a/SecurityEvent.csv': text(CSV), 'Own.ndjson': text('{"a":1}') }),
    });
    const workspace = await bench.workspace(join(folder, 'any.zip'));
    expect(await rowsOf(workspace, ASK)).toEqual(FROM_CSV);
    expect(await rowsOf(workspace, 'Own')).toEqual([[1]]);
  });

  it('a zip made by another program reads alike', async () => {
    const folder = bench.folder({ 'SecurityEvent.csv': CSV });
    const make =
      'import zipfile,sys;z=zipfile.ZipFile(sys.argv[1],"w",zipfile.ZIP_DEFLATED);z.write(sys.argv[2],"SecurityEvent.csv");z.close()';
    execFileSync('python3', ['-c', make, join(folder, 'made.zip'), join(folder, 'SecurityEvent.csv')]);
    expect(await rowsOf(await bench.workspace(join(folder, 'made.zip')), ASK)).toEqual(FROM_CSV);
  });

  it('names of members never become paths', async () => {
    const names = ['../../SecurityEvent.csv', '/abs/SecurityEvent.csv', 'C:\\x\\SecurityEvent.csv'];
    const folder = bench.folder({
      'evil.zip': zipSync(Object.fromEntries(names.map((name) => [name, text('EventID\n1\n')]))),
    });
    const workspace = await bench.workspace(join(folder, 'evil.zip'));
    expect(await rowsOf(workspace, 'SecurityEvent | count')).toEqual([[3]]);
    expect(
      workspace
        .report()
        .tables.rows()
        .map(({ Table, Rows }) => [Table, Rows]),
    ).toEqual([['SecurityEvent', 3]]);
  });

  it('Parquet is scanned in place, its native moments and nested values included', async () => {
    const made = await parquet(
      `SELECT TIMESTAMP '2019-01-15 05:15:02.980123' AS "TimeGenerated", 4688 AS "EventID", 'a' AS "Computer", {b: [1, NULL]} AS "Own"
       UNION ALL SELECT NULL, NULL, NULL, NULL`,
    );
    const folder = bench.folder({ 'SecurityEvent.parquet': made });
    const workspace = await bench.workspace(folder, {
      cache: true,
      cacheFolder: join(bench.folder(), 'cache'),
    });
    expect(await rowsOf(workspace, ASK)).toEqual([
      ['2019-01-15T05:15:02.980123Z', 4688, 'a', { b: [1, null] }],
      [null, null, '', null],
    ]);
    const window =
      'SecurityEvent | where TimeGenerated between (datetime(2019-01-15) .. datetime(2019-01-16)) | count';
    expect(await rowsOf(workspace, window)).toEqual([[1]]);
  });

  it('Parquet with wider numbers than published is scanned in place where nothing is lost, else converted', async () => {
    const made = (event: string): Promise<Uint8Array> =>
      parquet(
        `SELECT TIMESTAMP_NS '2019-01-15 05:15:02.980123456' AS "TimeGenerated", ${event} AS "EventID", 3.0::DOUBLE AS "LogonType",
           '{"a": [1]}' AS "Own", NULL::BIGINT AS "KeyLength"`,
      );
    const cache = join(bench.folder(), 'cache');
    const ask = 'SecurityEvent | project TimeGenerated, EventID, LogonType, KeyLength';
    const whole = bench.folder({ 'SecurityEvent.parquet': await made('4688::BIGINT') });
    const inPlace = await bench.workspace(whole, { cache: true, cacheFolder: cache });
    expect(await rowsOf(inPlace, ask)).toEqual([['2019-01-15T05:15:02.9801234Z', 4688, 3, null]]);
    expect(readdirSync(cache)).toEqual([]);
    const large = bench.folder({ 'SecurityEvent.parquet': await made('46880000000::BIGINT') });
    const converted = await bench.workspace(large, { cache: true, cacheFolder: cache });
    expect(await rowsOf(converted, ask)).toEqual([['2019-01-15T05:15:02.9801234Z', null, 3, null]]);
    expect(converted.report().issues.rows()).toMatchObject([
      { Kind: 'unreadable cell', Example: 'EventID: 46880000000' },
    ]);
  });

  it('Parquet whose columns do not fit the published ones is converted, unreadable cells counted', async () => {
    const made = await parquet(
      `SELECT '2019-01-15T05:15:02Z' AS "TimeGenerated", '4688' AS "EventID" UNION ALL SELECT 'yesterday', 'x'`,
    );
    const workspace = await bench.of({
      'SecurityEvent.parquet': made,
      'more.zip': zipSync({ 'SecurityEvent.parquet': made }),
    });
    expect(await rowsOf(workspace, 'SecurityEvent | project TimeGenerated, EventID')).toEqual([
      ['2019-01-15T05:15:02Z', 4688],
      [null, null],
      ['2019-01-15T05:15:02Z', 4688],
      [null, null],
    ]);
    expect(workspace.report().tables.rows()).toMatchObject([{ Rows: 4, NullCells: 4, Files: 2 }]);
  });

  it('what is no log file, and what is damaged, is told', async () => {
    const workspace = await bench.of({
      'notes.txt': 'x',
      'SecurityEvent.csv': CSV,
      'broken.zip': 'PK no zip',
      'Cut.csv.gz': gzipSync(CSV.repeat(500)).subarray(0, 40),
      'Broken.parquet': 'PAR1',
    });
    const skipped = issuesOf(workspace).map((issue) => (issue as string[]).slice(0, 3));
    expect(skipped).toEqual([
      ['skipped file', '', 'broken.zip'],
      ['skipped file', '', 'notes.txt'],
      ['skipped file', 'Broken', 'Broken.parquet'],
      ['skipped file', 'Cut', 'Cut.csv.gz'],
    ]);
    expect(await rowsOf(workspace, 'SecurityEvent | count')).toEqual([[2]]);
  });

  it('a single file is a source', async () => {
    const folder = bench.folder();
    writeFileSync(join(folder, 'SecurityEvent.csv'), CSV);
    expect(await rowsOf(await bench.workspace(join(folder, 'SecurityEvent.csv')), ASK)).toEqual(FROM_CSV);
  });
});
