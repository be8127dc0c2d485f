import { buildProcessTree, buildProcessTreeAsync } from '@casebook/analysis';
import { Frame, type Progress } from '@casebook/core';

const COUNT = 30_000;

/** Many processes of one host, of which each started the next two; with `moments` they start one after the other. */
const processes = (moments: number): Frame => {
  const rows = Array.from({ length: COUNT }, (_, at) => at);
  return Frame.fromColumns(
    [
      { name: 'UtcTime', type: 'datetime' },
      { name: 'ProcessId', type: 'long' },
      { name: 'Image', type: 'string' },
      { name: 'ParentProcessId', type: 'long' },
      { name: 'CommandLine', type: 'string' },
    ],
    {
      UtcTime: rows.map((at) => new Date(Date.UTC(2026, 8, 1) + (at % moments))),
      ProcessId: rows.map((at) => (moments === 1 ? 1 : at + 1)),
      Image: rows.map(() => 'a'),
      ParentProcessId: rows.map((at) => (moments === 1 ? 1 : Math.floor((at + 1) / 2))),
      CommandLine: rows.map((at) => `run ${at}`),
    },
  );
};

it('ends also where all processes have one id and one moment', () => {
  const { Processes, RootProcesses } = buildProcessTree(processes(1)).summary();
  expect([Processes, RootProcesses]).toEqual([COUNT + 1, 1]);
});

it('keeps every key different', () => {
  const frame = buildProcessTree(processes(1)).toFrame();
  expect(new Set(frame.values('proc_key')).size).toBe(frame.rowCount);
});

it('keeps keys apart that look alike', () => {
  const one = { UtcTime: '2026-09-01T10:00:00Z', ProcessId: '2', Image: 'a|1', ParentProcessId: '' };
  const frame = Frame.fromObjects([
    one,
    { ...one, ProcessId: '1|2', Image: 'a' },
    { ...one, ProcessId: '3' },
  ]);
  expect(buildProcessTree(frame).toFrame().values('proc_key')).toEqual([
    'a|1|2|2026-09-01 10:00:00.000000',
    'a|1|2|2026-09-01 10:00:00.000000|#2',
    'a|1|3|2026-09-01 10:00:00.000000',
  ]);
});

it('rounds the moments of keys to ten microseconds, half to even', () => {
  const at = ['00.0000050', '00.0000150', '00.0000151', '59.9999999', '00.0000149'];
  const frame = Frame.fromObjects(
    at.map((time, row) => ({
      UtcTime: `2026-09-01T10:00:${time}Z`,
      ProcessId: String(row),
      Image: 'a',
      ParentProcessId: '',
    })),
  );
  const keys = buildProcessTree(frame).toFrame().values('proc_key').map(String);
  expect(keys.sort()).toEqual([
    'a|0|2026-09-01 10:00:00.000000',
    'a|1|2026-09-01 10:00:00.000020',
    'a|2|2026-09-01 10:00:00.000020',
    'a|3|2026-09-01 10:01:00.000000',
    'a|4|2026-09-01 10:00:00.000010',
  ]);
});

it('shows the source and those nearest to it where there are too many siblings', () => {
  const siblings = Frame.fromObjects(
    Array.from({ length: 50 }, (_, at) => ({
      UtcTime: `2026-09-01T10:00:${String(at + 10)}Z`,
      ProcessId: String(at + 10),
      Image: 'a',
      ParentProcessId: '1',
    })),
  );
  const tree = buildProcessTree(siblings);
  const source = tree.toFrame().values('proc_key')[40] as string;
  const ids = tree.toText({ source, limit: 4 }).match(/(?<=PID: )\d+|…[^\n]*/g);
  expect(ids).toEqual(['1', '48', '49', '50', '… 47 more processes']);
});

describe('in slices', () => {
  const frame = processes(COUNT);

  it('gives the same', async () => {
    const some = frame.take(500);
    expect((await buildProcessTreeAsync(some)).toFrame().toTable()).toEqual(
      buildProcessTree(some).toFrame().toTable(),
    );
  });

  it('says how far it is, and lets others have their turns', async () => {
    const told: Progress[] = [];
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await buildProcessTreeAsync(frame.union(frame), { progress: (one) => told.push(one) });
    clearInterval(timer);
    expect(told.length).toBeGreaterThan(2);
    expect(turns).toBeGreaterThan(2);
    for (const { done = 0, total = 0 } of told) expect(done).toBeLessThanOrEqual(total);
  });

  it('ends where it is told to', async () => {
    const controller = new AbortController();
    const answer = buildProcessTreeAsync(frame.union(frame), {
      signal: controller.signal,
      progress: () => controller.abort(),
    });
    await expect(answer).rejects.toMatchObject({ code: 'QueryAborted' });
    await expect(buildProcessTreeAsync(frame, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'QueryAborted',
    });
  });
});
