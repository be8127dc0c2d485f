import { DateTime, type Cell, type Frame } from '@casebook/core';
import type { ChosenSchema } from './choose-schema';

/** Ten microseconds in ticks: to these the original rounds the time of a key, half to even. */
const ROUNDED = 100n;
const EPOCH_TEXT = '1970-01-01 00:00:00.000000';

/**
 * The key of each process: its lower-case name, its id and its start, with the epoch where the start is unknown; the host,
 * then a number, follows where keys would be equal. Source: MSTICPy's `proc_key`.
 */
export function processKeys(frame: Frame, { columns }: ChosenSchema): readonly string[] {
  const names = frame.values(columns.processName);
  const ids = frame.values(columns.processId);
  const times = frame.values(columns.time);
  const hosts = columns.host === undefined ? [] : frame.values(columns.host);
  const taken = new Set<string>();
  return names.map((name, row) => {
    const key = `${nameText(name)}|${String(ids[row] ?? '')}|${timeText(times[row] ?? null)}`;
    return unique(key, String(hosts[row] ?? ''), taken);
  });
}

const nameText = (name: Cell): string =>
  name === null || name === '' ? 'unknown' : String(name).toLowerCase();

function unique(key: string, host: string, taken: Set<string>): string {
  let candidate = taken.has(key) && host !== '' ? `${key}|${host}` : key;
  for (let copy = 2; taken.has(candidate); copy += 1) candidate = `${key}|${host}#${copy}`;
  taken.add(candidate);
  return candidate;
}

function timeText(time: Cell): string {
  if (!(time instanceof DateTime)) return EPOCH_TEXT;
  const down = time.ticks / ROUNDED;
  const rest = time.ticks % ROUNDED;
  const isUp = rest > ROUNDED / 2n || (rest === ROUNDED / 2n && down % 2n === 1n);
  const ticks = (down + (isUp ? 1n : 0n)) * ROUNDED;
  const text = new DateTime(ticks).toString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)}.${String((ticks / 10n) % 1_000_000n).padStart(6, '0')}`;
}
