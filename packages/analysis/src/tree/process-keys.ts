import type { Frame, LongColumn } from '@casebook/core';
import { eachRow } from '../run/each-row';
import type { Steps } from '../run/steps';
import type { ChosenSchema } from './choose-schema';
import { KeyTimes } from './key-times';
import { Moments } from './moments';
import { textCodes, type TextCodes } from './text-codes';

/**
 * The key of each process: its lower-case name, its id and its start, with the epoch where the start is unknown; the host,
 * then a number, follows where keys would be equal. Source: MSTICPy's `proc_key`.
 */
export function* processKeys(frame: Frame, { columns }: ChosenSchema): Steps<readonly string[]> {
  const names = yield* textCodes(frame, columns.processName, (text) => text.toLowerCase());
  const ids = yield* textCodes(frame, columns.processId, (text) => text);
  const hosts = yield* textCodes(frame, columns.host, (text) => text);
  const { values, validity } = frame.column(columns.time).data as LongColumn;
  const times = new KeyTimes(new Moments(values));
  const taken = new TakenKeys([...names.texts, ...ids.texts, ...hosts.texts]);
  const keys = new Array<string>(frame.rowCount);
  yield* eachRow(frame.rowCount, 'naming processes', (row) => {
    if (validity && !validity[row]) times.readNone();
    else times.read(row);
    const key = `${textAt(names, row) || 'unknown'}|${textAt(ids, row)}|${times.text()}`;
    keys[row] = taken.take(key, times) ? key : taken.copyOf(key, textAt(hosts, row));
  });
  return keys;
}

const textAt = ({ codes, texts }: TextCodes, row: number): string => texts[codes[row] as number] as string;

/**
 * The keys so far. Moments come in order but for the epoch, and a key ends in its moment, so that only those of one moment can be equal;
 * all are kept where a text of theirs might look like the end of a key.
 */
class TakenKeys {
  readonly #all: boolean;
  readonly #made = new Set<string>();
  readonly #ofEpoch = new Set<string>();
  readonly #lastCopy = new Map<string, number>();
  readonly #ofMoment = new Set<string>();
  #first = '';
  #seconds = 0;
  #tens = -1;

  constructor(parts: readonly string[]) {
    this.#all = parts.some((part) => part.includes('|'));
  }

  /** Takes a key; false where it was there. */
  take(key: string, time: KeyTimes): boolean {
    if (this.#all) return isAdded(this.#made, key);
    if (time.isEpoch) return isAdded(this.#ofEpoch, key);
    if (time.seconds === this.#seconds && time.tens === this.#tens)
      return isAdded(this.#ofMoment.add(this.#first), key);
    this.#seconds = time.seconds;
    this.#tens = time.tens;
    this.#first = key;
    if (this.#ofMoment.size > 0) this.#ofMoment.clear();
    return true;
  }

  /** Makes a new key of one that was there. */
  copyOf(key: string, host: string): string {
    const start = `${key}|${host}`;
    let copy = this.#lastCopy.get(start) ?? (host === '' ? 1 : 0);
    let made: string;
    do {
      copy += 1;
      made = copy === 1 ? start : `${start}#${copy}`;
    } while (this.#made.has(made));
    this.#lastCopy.set(start, copy);
    this.#made.add(made);
    return made;
  }
}

const isAdded = (keys: Set<string>, key: string): boolean => keys.size < keys.add(key).size;
