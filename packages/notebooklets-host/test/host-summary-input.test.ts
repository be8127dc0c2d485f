import { HostSummary, type HostSummaryInput } from '../src';
import { memoryLogs } from './support/memory-logs';

const ran = async (options?: readonly string[]): Promise<string[]> => {
  const { logs } = memoryLogs({ SecurityEvent: [] });
  const { sections } = await HostSummary.run({ host: 'WS-07', timeSpan: '2026-10-05', options }, { logs });
  return Object.entries(sections).flatMap(([key, { status }]) => (status === 'skipped' ? [] : [key]));
};

const DEFAULTS = [
  'host',
  'summary',
  'heartbeat',
  'azureNet',
  'alerts',
  'bookmarks',
  'azureApi',
  'scheduledTasks',
  'accountActions',
  'notableEvents',
  'processes',
];

test.each<[string, readonly string[] | undefined, readonly string[]]>([
  ['nothing: the defaults, and what comes later', undefined, [...DEFAULTS, 'processTi']],
  ['an empty list: the same', [], [...DEFAULTS, 'processTi']],
  ['plain names: these only', ['alerts', 'scheduledTasks'], ['host', 'alerts', 'scheduledTasks']],
  ['names as MSTICPy writes them', ['scheduled_tasks', 'azure_net'], ['host', 'azureNet', 'scheduledTasks']],
  ['+: the defaults and this', ['+process_ti'], [...DEFAULTS, 'processTi']],
  [
    '-: the defaults without this',
    ['-alerts', '-azure_api'],
    DEFAULTS.filter((key) => !/alerts|azureApi/.test(key)),
  ],
  [
    'both: added and taken away',
    ['+processTi', '-alerts'],
    [...DEFAULTS.filter((key) => key !== 'alerts'), 'processTi'],
  ],
  [
    'plain names with a sign: from these',
    ['alerts', 'processes', '-alerts', '+bookmarks'],
    ['host', 'bookmarks', 'processes'],
  ],
])('options: %s', async (_, options, expected) => {
  expect(await ran(options)).toEqual(expected);
});

test('an unknown option is an error before any query and lists those that exist', async () => {
  const { logs, asked } = memoryLogs({});
  for (const option of ['alert', '+nope', '__proto__', '', '++alerts'])
    await expect(HostSummary.run({ host: 'WS-07', options: [option] }, { logs })).rejects.toMatchObject({
      code: 'UnknownOption',
      message: `unknown option: ${JSON.stringify(option)}`,
      help: expect.stringContaining('summary, heartbeat, azureNet') as string,
    });
  await expect(
    HostSummary.run({ host: 'WS-07', options: 'alerts' as unknown as string[] }, { logs }),
  ).rejects.toMatchObject({ code: 'UnknownOption' });
  expect(asked).toEqual([]);
});

test('a missing input is an error before any query', async () => {
  const { logs, asked } = memoryLogs({});
  const inputs = [undefined, {}, { host: '' }, { host: '  ' }, { host: 7 }] as unknown as HostSummaryInput[];
  for (const input of inputs)
    await expect(HostSummary.run(input, { logs })).rejects.toMatchObject({
      code: 'MissingInput',
      message: 'missing input: host',
    });
  await expect(
    HostSummary.run({ host: 'WS-07' }, undefined as unknown as { logs: typeof logs }),
  ).rejects.toMatchObject({ code: 'MissingInput', message: 'missing input: logs' });
  await expect(
    HostSummary.run({ host: 'WS-07', timespan: '1d' } as HostSummaryInput, { logs }),
  ).rejects.toMatchObject({ code: 'UnknownOption', message: 'unknown input: timespan' });
  expect(asked).toEqual([]);
});
