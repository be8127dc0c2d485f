import { hostTimeSpan } from '../src';
import { memoryLogs } from './support/memory-logs';

const { logs } = memoryLogs({
  SecurityEvent: [
    { TimeGenerated: '2026-09-03T10:00:00Z', EventID: 1, Computer: 'WS-07.contoso.local' },
    { TimeGenerated: '2026-09-05T23:59:59Z', EventID: 1, Computer: 'ws-07.contoso.local' },
    { TimeGenerated: '2026-01-01T00:00:00Z', EventID: 1, Computer: 'WS-071' },
  ],
  Heartbeat: [{ TimeGenerated: '2026-09-02T00:00:00Z', Computer: 'WS-07' }],
});

test('the window of a host is the whole days in which the logs hold it', async () => {
  expect(String(await hostTimeSpan('ws-07', { logs }))).toBe('2026-09-02T00:00:00Z/2026-09-06T00:00:00Z');
});

test('the window of a host that is not there is the last day by the clock', async () => {
  expect(String(await hostTimeSpan('nobody', { logs }))).toBe('2026-10-05T00:00:00Z/2026-10-06T00:00:00Z');
});
