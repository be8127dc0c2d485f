import { alertsByName, alertTimeline, HostSummary, hostTimeline, rarePrograms } from '../../src';
import { memoryLogs } from '../support/memory-logs';

const at = (time: string) => `2026-10-05T${time}Z`;
const alert = (AlertName: string, Severity: string, time: string) => ({
  TimeGenerated: at(time),
  AlertName,
  Severity,
  CompromisedEntity: 'WS-07',
});

const result = async () => {
  const { logs } = memoryLogs({
    SecurityEvent: [
      {
        TimeGenerated: at('08:00:00'),
        EventID: 4720,
        Computer: 'WS-07',
        Action: 'Account created',
        TargetAccount: 'WS-07\\eve',
        Account: 'CONTOSO\\ann',
      },
    ],
    SecurityAlert: [
      alert('B', 'Low', '09:00:00'),
      alert('A', 'High', '10:00:00'),
      alert('B', 'High', '07:00:00'),
    ],
  });
  return HostSummary.run({ host: 'WS-07', timeSpan: '2026-10-05' }, { logs });
};

test('alerts by name are counted, with their first and last time, the most frequent first', async () => {
  expect(alertsByName(await result()).toTable().rows).toEqual([
    ['B', 'Low, High', 2, at('07:00:00'), at('09:00:00')],
    ['A', 'High', 1, at('10:00:00'), at('10:00:00')],
  ]);
});

test('the alert timeline shows the alerts of the section in a lane a name', async () => {
  const found = await result();
  const { frame, intent } = alertTimeline(found);
  expect(frame).toBe(found.sections.alerts.frame);
  expect(intent).toMatchObject({ kind: 'timeline', time: 'TimeGenerated', group: 'AlertName' });
  expect(found.sections.alerts.chart).toEqual(intent);
});

test('the host timeline puts all that happened in order', async () => {
  expect(hostTimeline(await result()).frame.toTable().rows).toEqual([
    [at('07:00:00'), 'Related alerts', 'B', 'WS-07'],
    [at('08:00:00'), 'Account actions', 'Account created: WS-07\\eve', 'CONTOSO\\ann'],
    [at('09:00:00'), 'Related alerts', 'B', 'WS-07'],
    [at('10:00:00'), 'Related alerts', 'A', 'WS-07'],
  ]);
});

test('the rarest programs come first, with their newest command line', async () => {
  const start = (time: string, NewProcessName: string, CommandLine: string) => ({
    TimeGenerated: at(time),
    EventID: 4688,
    Computer: 'WS-07',
    NewProcessName,
    CommandLine,
    Account: 'CONTOSO\\ann',
  });
  const { logs } = memoryLogs({
    SecurityEvent: [
      start('08:00:00', 'a.exe', 'a 1'),
      start('09:00:00', 'a.exe', 'a 2'),
      start('10:00:00', 'b.exe', 'b'),
    ],
  });
  const found = await HostSummary.run({ host: 'WS-07', timeSpan: '2026-10-05' }, { logs });
  expect(rarePrograms(found).toTable().rows).toEqual([
    ['b.exe', 1, 1, at('10:00:00'), at('10:00:00'), 'b'],
    ['a.exe', 2, 1, at('08:00:00'), at('09:00:00'), 'a 2'],
  ]);
  const nothing = await HostSummary.run({ host: 'WS-08', timeSpan: '2026-10-05' }, { logs });
  expect(rarePrograms(nothing).rowCount).toBe(0);
});
