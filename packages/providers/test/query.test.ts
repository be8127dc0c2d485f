import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { TimeSpan, DateTime, type Notice } from '@casebook/core';
import type { Workspace } from '../src';
import { Bench, issuesOf, rowsOf } from './folder';

const bench = new Bench();
afterAll(() => bench.clear());

const EVENTS = 'TimeGenerated,EventID\n2019-01-15T05:00:00Z,1\n2019-01-15T06:00:00Z,2\n';
const codes = (notices: readonly Notice[]): unknown[] =>
  notices.map(({ code, table, partial }) => [code, table, partial]);
const span = (start: string, end: string): TimeSpan =>
  new TimeSpan(DateTime.parse(start), DateTime.parse(end));

describe('a frame says where it came from', () => {
  it('with its text, window, clock and provider', async () => {
    const workspace = await bench.of({ 'SecurityEvent.csv': EVENTS });
    const timeSpan = span('2019-01-15T05:30:00Z', '2019-01-16');
    const kql = 'SecurityEvent | project EventID | render barchart';
    const { source, rowCount, notices } = await workspace.query(kql, { timeSpan });
    expect(source).toEqual({
      kql,
      timeSpan,
      clock: DateTime.parse('2019-01-15T06:00:00.0000001Z'),
      provider: 'files',
      milliseconds: expect.any(Number),
      visualization: 'barchart',
    });
    expect([rowCount, notices]).toEqual([1, []]);
  });
});

describe('the clock', () => {
  it('follows the newest row of all tables, or what the caller says', async () => {
    const files = { 'SecurityEvent.csv': EVENTS, 'DeviceEvents.csv': 'Timestamp,ActionType\n2020-01-01,x\n' };
    const workspace = await bench.of(files);
    expect(await rowsOf(workspace, 'print now()')).toEqual([['2020-01-01T00:00:00.0000001Z']]);
    expect(workspace.report().clock).toEqual({
      now: DateTime.parse('2020-01-01T00:00:00.0000001Z'),
      origin: 'one tick after the newest row',
    });
    const given = await bench.of(files, { now: new Date('2021-06-01T00:00:00Z') });
    expect(await rowsOf(given, 'print now()')).toEqual([['2021-06-01T00:00:00Z']]);
  });

  it('is unknown without rows, which only matters to those who ask', async () => {
    const workspace = await bench.of({ 'SecurityEvent.csv': 'TimeGenerated,EventID\n' });
    expect(await rowsOf(workspace, 'SecurityEvent | count')).toEqual([[0]]);
    expect(workspace.report().clock).toEqual({ origin: 'unknown: no rows with a time, and no now given' });
    await expect(workspace.query('print ago(1d)')).rejects.toMatchObject({
      code: 'ClockUnknown',
      query: 'print ago(1d)',
    });
    expect(() => workspace.clock.now()).toThrow('unknown time');
  });

  it('that does not meet the rows is why an answer is empty', async () => {
    const workspace = await bench.of({ 'SecurityEvent.csv': EVENTS }, { now: '2026-01-01' });
    const past = await workspace.query('SecurityEvent | where TimeGenerated > ago(1d)');
    expect(codes(past.notices)).toEqual([['clock', 'SecurityEvent', false]]);
    const counted = await workspace.query('SecurityEvent | where TimeGenerated > ago(1d) | count');
    expect(codes(counted.notices)).toEqual([['clock', 'SecurityEvent', false]]);
    const window = await workspace.query('SecurityEvent', { timeSpan: span('2018-01-01', '2018-01-02') });
    expect(window.notices[0]?.message).toBe(
      "No rows: the window 2018-01-01T00:00:00Z .. 2018-01-02T00:00:00Z does not meet SecurityEvent's rows (2019-01-15T05:00:00Z .. 2019-01-15T06:00:00Z).",
    );
    expect((await workspace.query('SecurityEvent | where EventID == 9')).notices).toEqual([]);
    expect((await workspace.query('SecurityEvent | where TimeGenerated > ago(9999d)')).notices).toEqual([]);
  });
});

describe('tables without data', () => {
  it('a known table without files answers empty and says so; one without rows likewise', async () => {
    const workspace = await bench.of({ 'SecurityEvent.csv': 'TimeGenerated,EventID\n' });
    const missing = await workspace.query('Heartbeat | project Computer');
    expect([missing.rowCount, missing.columns]).toEqual([0, [{ name: 'Computer', type: 'string' }]]);
    expect(missing.notices).toMatchObject([{ code: 'missingTable', table: 'Heartbeat' }]);
    expect(codes((await workspace.query('SecurityEvent')).notices)).toEqual([
      ['emptyTable', 'SecurityEvent', false],
    ]);
  });
});

describe('limits', () => {
  const rows = `n,text\n${Array.from({ length: 20_000 }, (_, n) => `${n},some text of row ${n}`).join('\n')}\n`;
  const endless =
    'range a from 1 to 3000000 step 1 | extend k = 1 | join kind=inner (range b from 1 to 3000000 step 1 | extend k = 1) on k | summarize sum(a * b)';

  it('rows are capped, exactly and with a mark', async () => {
    const workspace = await bench.of({ 'Own.csv': rows }, { maxRows: 5_000 });
    const frame = await workspace.query('Own');
    expect([frame.rowCount, frame.partial, codes(frame.notices)]).toEqual([
      5_000,
      true,
      [['rowCap', undefined, true]],
    ]);
    const few = await workspace.query('Own | sort by n asc', { maxRows: 3 });
    expect([few.values('n'), few.partial]).toEqual([[0, 1, 2], true]);
    expect((await workspace.query('Own | take 3', { maxRows: 3 })).partial).toBe(false);
  });

  it('bytes are capped with a mark', async () => {
    const workspace = await bench.of({ 'Own.csv': rows }, { maxBytes: 200_000 });
    const frame = await workspace.query('Own');
    expect([frame.partial, codes(frame.notices)]).toEqual([true, [['sizeCap', undefined, true]]]);
    expect(frame.rowCount).toBeLessThan(20_000);
    expect(frame.notices[0]?.message).toMatch(/the answer is larger than 200,000 bytes\.$/);
  });

  it('a query ends by its deadline and the workspace lives on', async () => {
    const workspace = await bench.of({ 'Own.csv': 'n\n1\n' }, { deadline: 1_500 });
    await workspace.query('Own').catch(() => undefined);
    await expect(workspace.query(endless)).rejects.toMatchObject({ code: 'QueryTimeout', query: endless });
    expect(await rowsOf(workspace, 'Own')).toEqual([[1]]);
  });

  it('the caller cancels one query and no other', async () => {
    const workspace = await bench.of({ 'Own.csv': 'n\n1\n' });
    const controller = new AbortController();
    const long = workspace.query(endless, { signal: controller.signal });
    setTimeout(() => controller.abort(), 300);
    await expect(long).rejects.toMatchObject({ code: 'QueryAborted', query: endless });
    expect(await rowsOf(workspace, 'Own')).toEqual([[1]]);
    await expect(workspace.query('Own', { signal: controller.signal })).rejects.toMatchObject({
      code: 'QueryAborted',
    });
  });

  it('closing ends what runs, and what comes later is refused', async () => {
    const workspace = await bench.of({ 'Own.csv': 'n\n1\n' });
    const long = workspace.query(endless);
    const ended = expect(long).rejects.toMatchObject({ code: 'WorkspaceClosed' });
    await new Promise((done) => setTimeout(done, 200));
    await workspace.close();
    await workspace.close();
    await ended;
    await expect(workspace.query('Own')).rejects.toMatchObject({ code: 'WorkspaceClosed' });
  });
});

describe('errors', () => {
  it('carry code, place and text of the query', async () => {
    const workspace = await bench.of({ 'Own.csv': 'n\n1\n' });
    await expect(workspace.query('Own | where nope == 1')).rejects.toMatchObject({
      code: 'KqlSyntax',
      query: 'Own | where nope == 1',
      position: { line: 1, column: 13 },
    });
  });
});

describe('walls', () => {
  const hostile = [
    "COPY (SELECT 1) TO 'x.csv'",
    "ATTACH 'x.db'",
    "SELECT * FROM read_csv('/etc/passwd')",
    "Own | where n == 1; COPY Own TO 'x'",
    "read_csv('/etc/passwd')",
    "Own | where n == read_text('/etc/passwd')",
    "['/etc/passwd']",
    "table('/etc/passwd')",
    "database('x').Own",
    '.show tables',
    'Own | evaluate sql_request("", "select 1")',
  ];

  it.each(hostile)('%s does not run', async (text) => {
    const workspace = await bench.of({ 'Own.csv': 'n\n1\n' });
    await expect(workspace.query(text)).rejects.toMatchObject({
      code: expect.stringMatching(/^Kql(Syntax|Unsupported)$/),
    });
  });

  it('externaldata reads no file that the workspace does not map', async () => {
    const workspace = await bench.of({ 'Own.csv': 'n\n1\n' });
    const { rowCount, notices } = await workspace.query("externaldata(line:string)['/etc/passwd']");
    expect([rowCount, codes(notices)]).toEqual([0, [['unavailable', 'externaldata', true]]]);
  });

  it('a text never becomes SQL', async () => {
    const workspace = await bench.of({ 'Own.csv': 'n\n1\n' });
    const text = `'"; COPY (SELECT 1) TO '/tmp/x'; --`;
    expect(await rowsOf(workspace, `print x = ${JSON.stringify(text)}`)).toEqual([[text]]);
  });

  it('a link that leaves the folder is skipped and told, a link within it is read', async () => {
    const outside = bench.folder({ 'SecurityEvent.csv': EVENTS });
    const folder = bench.folder({ 'Own.csv': 'n\n1\n' });
    symlinkSync(join(outside, 'SecurityEvent.csv'), join(folder, 'SecurityEvent.csv'));
    symlinkSync(outside, join(folder, 'Heartbeat'));
    symlinkSync(join(folder, 'Own.csv'), join(folder, 'Same.csv'));
    symlinkSync(folder, join(folder, 'loop'));
    symlinkSync(join(folder, 'nothing'), join(folder, 'dead.csv'));
    const workspace = await bench.workspace(folder);
    expect(issuesOf(workspace)).toEqual(
      ['Heartbeat', 'SecurityEvent.csv', 'dead.csv', 'loop'].map((file) => ['skipped file', '', file, 1]),
    );
    expect(await rowsOf(workspace, 'Same')).toEqual([[1]]);
  });

  it('two workspaces do not see each other', async () => {
    const [one, two] = (await Promise.all([
      bench.of({ 'One.csv': 'a\n1\n' }),
      bench.of({ 'Two.csv': 'b\n2\n' }),
    ])) as [Workspace, Workspace];
    expect(await rowsOf(one, 'One')).toEqual([[1]]);
    await expect(two.query('One')).rejects.toMatchObject({ code: 'KqlSyntax' });
    expect((await two.tables()).map(({ name }) => name)).toEqual(['Two']);
  });

  it('queries run beside each other', async () => {
    const workspace = await bench.of({ 'SecurityEvent.csv': EVENTS });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        rowsOf(workspace, `SecurityEvent | where EventID == ${n} | count`),
      ),
    );
    expect(answers).toEqual(Array.from({ length: 20 }, (_, n) => [[n === 1 || n === 2 ? 1 : 0]]));
  });
});
