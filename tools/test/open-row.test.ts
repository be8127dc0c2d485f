/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { Frame, TimeSpan, type Row } from '@casebook/core';
import { openRow } from '@casebook/kql';
import { openWorkspace, sample, type Workspace } from '@casebook/providers';
import { queries } from '@casebook/queries';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace(sample({ rows: 8_000 }));
}, 120_000);
afterAll(async () => workspace?.close());

jest.setTimeout(60_000);

const SPAN = { start: '2026-09-01', end: '2026-10-01' };

/** For the first rows of an answer: the number that each shows, and how many rows lie behind it. */
async function countsBehind(
  frame: Frame<Row>,
  column: string,
  most = 12,
): Promise<readonly (readonly unknown[])[]> {
  const rows = frame.take(most).rows();
  const pairs: unknown[][] = [];
  for (const [index, row] of rows.entries()) {
    const opened = openRow(frame, index, column);
    if (opened.kind === 'closed') throw new Error(opened.why);
    const behind = await workspace.query(`${opened.kql}\n| count`, opened.options);
    pairs.push([row[column], behind.rows()[0]?.['Count']]);
  }
  return pairs;
}

async function expectEqualCounts(frame: Frame<Row>, column: string): Promise<void> {
  const pairs = await countsBehind(frame, column);
  expect(pairs.length).toBeGreaterThan(0);
  expect(pairs.map(([shown]) => shown)).toEqual(pairs.map(([, behind]) => behind));
}

describe('the rows behind a number are as many as it says', () => {
  const answers: readonly (readonly [title: string, kql: string, column: string])[] = [
    ['keys of text', 'SecurityEvent | summarize count() by Account, EventID | top 8 by count_', 'count_'],
    ['time bins', 'SecurityEvent | summarize n = count() by bin(TimeGenerated, 1d), Computer', 'n'],
    [
      'computed keys',
      'SecurityEvent | summarize n = count() by tolower(Account), Day = startofday(TimeGenerated)',
      'n',
    ],
    ['empty keys', 'SecurityEvent | summarize n = count() by LogonType, IpAddress | sort by n', 'n'],
    ['no key', 'SecurityEvent | where EventID == 4688 | count', 'Count'],
    [
      'conditional counts',
      'SecurityEvent | summarize all = count(), bad = countif(EventID == 4625) by Computer',
      'bad',
    ],
    [
      'lets',
      'let T = materialize(SecurityEvent | where EventID in (4624, 4625)); let G = T | summarize n = count() by EventID; G | where n > 0',
      'n',
    ],
    [
      'renamed keys',
      'SecurityEvent | summarize n = count() by Account | project Who = Account, n | project-rename User = Who | extend x = n * 2',
      'n',
    ],
    [
      'the clock',
      'SecurityEvent | where TimeGenerated > ago(3d) and TimeGenerated < now(-1h) | summarize n = count() by EventID',
      'n',
    ],
    [
      'several sources',
      'union withsource = Origin SecurityEvent, Syslog | summarize n = count() by Origin, Computer',
      'n',
    ],
    [
      'distinct rows',
      'SecurityEvent | summarize c = count() by Account, Computer | summarize n = count() by Computer',
      'n',
    ],
    [
      'a renamed conditional count',
      'SecurityEvent | summarize bad = countif(EventID == 4625) by Computer | project-rename worst = bad | extend n = worst',
      'n',
    ],
    [
      'a count beside a joined table',
      'SecurityEvent | summarize n = count() by Computer | join kind=leftouter (SecurityAlert | summarize m = count() by CompromisedEntity) on $left.Computer == $right.CompromisedEntity',
      'n',
    ],
    [
      'a moment of its own',
      'set query_now = datetime(2026-09-20); SecurityEvent | where TimeGenerated > ago(2d) | summarize n = count() by Computer',
      'n',
    ],
    [
      'conditional buckets of a series',
      'SecurityEvent | make-series n = countif(EventID == 4688) on TimeGenerated from ago(4d) to now() step 1d by Computer | mv-expand n to typeof(long), TimeGenerated to typeof(datetime)',
      'n',
    ],
    [
      'a series of the rows that have a time',
      'datatable(t:datetime, k:string)["2026-01-01", "a", "", "a", "2026-01-01T01:00", "b"] | make-series s = count() on t step 1d by k | extend n = toint(array_sum(s))',
      'n',
    ],
    [
      'buckets of a series',
      'SecurityEvent | make-series n = count() on TimeGenerated from ago(4d) to now() step 1d by Computer | mv-expand n to typeof(long), TimeGenerated to typeof(datetime)',
      'n',
    ],
  ];

  it.each(answers)('%s: %s', async (_title, kql, column) => {
    await expectEqualCounts(await workspace.query(kql), column);
  });

  it('in the summaries of the library', async () => {
    const host = { host_name: 'FIN-WS07', host_op: 'has' as const, ...SPAN };
    await expectEqualCounts(await workspace.run(queries.WindowsSecurity.summarize_events, host), 'count_');
    await expectEqualCounts(
      await workspace.run(queries.SecurityAlert.list_alerts_counts, SPAN),
      'alertCount',
    );
    const linux = { host_name: 'lnx-web01', host_op: 'has' as const, ...SPAN };
    await expectEqualCounts(await workspace.run(queries.LinuxSyslog.summarize_events, linux), 'count_');
    const rows = await workspace.run(queries.Casebook.count_host_rows, {
      table: 'SecurityEvent',
      host_names: ['FIN-WS07'],
      ...SPAN,
    });
    await expectEqualCounts(rows, 'RowsInSpan');
    await expectEqualCounts(rows, 'RowsOfHost');
    for (const [definition, name] of [
      [queries.WindowsSecurity.list_hosts_named, 'FIN-WS07'],
      [queries.Heartbeat.list_hosts_named, 'FIN-WS07'],
      [queries.LinuxSyslog.list_hosts_named, 'lnx-web01'],
    ] as const)
      await expectEqualCounts(await workspace.run(definition, { host_name: name, ...SPAN }), 'Rows');
    const table = { table: 'SecurityAlert' as const, ...SPAN };
    await expectEqualCounts(await workspace.run(queries.Casebook.count_rows, table), 'RowsInSpan');
  });

  it('in the window that cut the first question', async () => {
    const frame = await workspace.query('SecurityEvent | summarize n = count() by EventID', {
      timeSpan: TimeSpan.from({ end: workspace.clock.now(), period: '2d' }),
    });
    await expectEqualCounts(frame, 'n');
  });
});

describe('a row that cannot be opened says why', () => {
  const KEYS = 'datatable(k:string, n:long)["a", 1]';
  it.each([
    [`${KEYS} | where n > 0`, 'The answer does not aggregate: its rows are the events themselves.'],
    [
      `${KEYS} | summarize c = count() by k | project c`,
      'The group key k does not reach the answer: project loses it.',
    ],
    [
      `${KEYS} | summarize c = count() by k | extend k = toupper(k)`,
      'The group key k does not reach the answer: extend loses it.',
    ],
    [
      `${KEYS} | take 1 | summarize c = count()`,
      'Chance decides which rows are behind it: the query uses take without an order.',
    ],
    [
      `let f = () { ${KEYS} | summarize c = count() }; f()`,
      'Its rows come from the function f, which is not taken apart.',
    ],
    [
      `let V = view () { ${KEYS} | summarize c = count() }; V`,
      'Its rows come from a function of the query, which is not taken apart.',
    ],
    [`print c = toscalar(${KEYS} | count)`, 'The row is made by print: no events are behind it.'],
    [
      `${KEYS} | join kind=inner (${KEYS} | summarize c = count() by k) on k`,
      'What it counts comes from the table that join brings, which is not taken apart.',
    ],
    [
      `${KEYS} | summarize c = count() by k | join kind=fullouter (${KEYS} | join kind=inner (${KEYS}) on k) on k`,
      'The group key k does not reach the answer: join loses it.',
    ],
    [
      `${KEYS} | summarize c = count() | union (${KEYS} | count)`,
      'Its rows come from union, which is not taken apart.',
    ],
  ])('%s', async (kql, why) => {
    expect(openRow(await workspace.query(kql), 0)).toEqual({ kind: 'closed', why });
  });

  it('a column that another table brought', async () => {
    const kql = `${KEYS} | summarize c = count() by k | join (${KEYS} | summarize m = count() by k) on k`;
    expect(openRow(await workspace.query(kql), 0, 'm')).toEqual({
      kind: 'closed',
      why: 'The column m comes from the table that join brings, which is not taken apart.',
    });
  });

  it('a frame of no query', () => {
    expect(openRow(Frame.fromObjects([{ a: 1 }]), 0)).toEqual({
      kind: 'closed',
      why: 'The frame does not say which query it came from.',
    });
  });

  it('a row that others may tie with says so', async () => {
    const frame = await workspace.query(`${KEYS} | top 1 by n | summarize c = count() by k`);
    expect(openRow(frame, 0)).toMatchObject({
      kind: 'query',
      caution: 'Where rows tie in top, others may come than were counted.',
    });
  });

  it('a row that is not there is an error', async () => {
    const frame = await workspace.query(`${KEYS} | count`);
    expect(() => openRow(frame, 1)).toThrow('invalid row: 1');
  });
});

it('hostile values of keys are quoted', async () => {
  const hostile = '"; SecurityEvent | where 1 == 1 //\\\n\u0000';
  const kql =
    'datatable(d:dynamic)[dynamic({"v": "\\"; SecurityEvent | where 1 == 1 //\\\\\\n\\u0000"})] | extend k = tostring(d.v) | summarize n = count() by k';
  const frame = await workspace.query(kql);
  expect(frame.rows()).toEqual([{ k: hostile, n: 1 }]);
  expect(await countsBehind(frame, 'n')).toEqual([[1, 1]]);
});
