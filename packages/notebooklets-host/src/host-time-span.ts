import {
  DateTime,
  Duration,
  MAX_DATETIME_TICKS,
  TICKS,
  TimeSpan,
  type NotebookletContext,
} from '@casebook/core';
import { EVER } from './resolve/ever';
import { resolveHost } from './resolve/resolve-host';

/**
 * The whole UTC days in which the logs hold rows of a host, from its first through its last; where they hold none, the last day
 * by the workspace's clock. Reads SecurityEvent, Syslog and Heartbeat.
 */
export const hostTimeSpan = async (host: string, context: NotebookletContext): Promise<TimeSpan> => {
  const { seen } = await resolveHost({ context, timeSpan: EVER }, host);
  const moments = seen
    .flatMap(({ row: { FirstSeen, LastSeen } }) => [FirstSeen, LastSeen])
    .filter((moment) => moment !== null);
  if (!moments.length) {
    const end = context.logs.clock.now();
    return new TimeSpan(end.add(new Duration(-TICKS.day)), end);
  }
  const ticks = moments.map((moment) => moment.ticks).sort((a, b) => (a < b ? -1 : 1));
  const first = ticks[0] as bigint;
  const last = ticks[ticks.length - 1] as bigint;
  const nextDay = last - (last % TICKS.day) + TICKS.day;
  return new TimeSpan(
    new DateTime(first - (first % TICKS.day)),
    new DateTime(nextDay > MAX_DATETIME_TICKS ? MAX_DATETIME_TICKS : nextDay),
  );
};
