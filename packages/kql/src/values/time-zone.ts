import { TICKS, UNIX_EPOCH_TICKS } from '@casebook/core';
import { inRange } from './datetime-text';
import { unanswerable } from './unanswerable';

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

/** How far the clocks of a time zone of the IANA database are ahead of UTC at a moment, in ticks. */
export type ZoneOffset = (utc: bigint) => bigint;

/** The offsets of a time zone; nothing where there is no zone of that name. */
export function zoneOffset(zone: string): ZoneOffset | undefined {
  const format = formatOf(zone);
  return (
    format &&
    ((utc) => {
      const seconds = floor(utc - UNIX_EPOCH_TICKS, TICKS.second);
      const shown = new Map(
        format.formatToParts(new Date(Number(seconds) * 1000)).map(({ type, value }) => [type, value]),
      );
      const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = PARTS.map((part) =>
        Number(shown.get(part)),
      );
      const date = new Date(0);
      date.setUTCFullYear(shown.get('era') === 'B' ? 1 - year : year, month - 1, day);
      date.setUTCHours(hour, minute, second);
      return (BigInt(date.getTime() / 1000) - seconds) * TICKS.second;
    })
  );
}

/** A moment of UTC as the clocks of a zone show it. */
export const toLocal = (utc: bigint, offset: ZoneOffset): bigint | null => inRange(utc + offset(utc));

/**
 * The moment of UTC at which the clocks of a zone show a time. A time that they skip is read by the offset behind the
 * gap; one that they show twice ends the query, as Kusto does not say which it means.
 */
export function toUtc(local: bigint, offset: ZoneOffset): bigint | null {
  const [before, after] = [local - TICKS.day, local + TICKS.day].map((moment) => offset(moment));
  const fits = (shift: bigint): boolean => offset(local - shift) === shift;
  const [early, late] = [before ?? 0n, after ?? 0n];
  if (early !== late && fits(early) && fits(late)) unanswerable('ambiguous local time: its hour comes twice');
  return inRange(local - (fits(early) ? early : late));
}

const floor = (value: bigint, size: bigint): bigint => (value - (((value % size) + size) % size)) / size;

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!/^[A-Z][\w+-]*(?:\/[\w+-]+)*$/.test(zone)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'narrow',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}
