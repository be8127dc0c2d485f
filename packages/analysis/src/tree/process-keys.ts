import type { Frame, LongColumn } from '@casebook/core';
import { eachRow } from '../run/each-row';
import type { Steps } from '../run/steps';
import type { ChosenSchema } from './choose-schema';
import { keyTime, KeyTimes, wordsOf, type KeyTime } from './key-times';
import { PairCodes } from './pair-codes';
import { textCodes, type TextCodes } from './text-codes';

const EPOCH: KeyTime = { seconds: 62_135_596_800, tens: 0 };

/**
 * The key of each process: its lower-case name, its id and its start, with the epoch where the start is unknown; the host,
 * then a number, follows where keys would be equal. Source: MSTICPy's `proc_key`.
 */
export function* processKeys(frame: Frame, { columns }: ChosenSchema): Steps<readonly string[]> {
  const names = yield* textCodes(frame, columns.processName, (text) => text.toLowerCase());
  const ids = yield* textCodes(frame, columns.processId, (text) => text);
  const hosts = yield* textCodes(frame, columns.host, (text) => text);
  const { values, validity } = frame.column(columns.time).data as LongColumn;
  const words = wordsOf(values);
  const times = new KeyTimes();
  const made = new Set<string>();
  const isNew = newKeys(names, ids, made);
  const copies = new Copies(made);
  const keys = new Array<string>(frame.rowCount);
  yield* eachRow(frame.rowCount, 'naming processes', (row) => {
    const time = validity && !validity[row] ? EPOCH : keyTime(words, row);
    const key = `${textAt(names, row) || 'unknown'}|${textAt(ids, row)}|${times.text(time)}`;
    if (isNew(row, time, key)) keys[row] = key;
    else keys[row] = copies.keyFor(key, textAt(hosts, row));
  });
  return keys;
}

const textAt = ({ codes, texts }: TextCodes, row: number): string => texts[codes[row] as number] as string;

/** Tells whether a key was not there before: by numbers, or by the texts where a name or id might hide where it ends. */
function newKeys(
  names: TextCodes,
  ids: TextCodes,
  made: Set<string>,
): (row: number, time: KeyTime, key: string) => boolean {
  const hides = (text: string): boolean => text.includes('|');
  if (names.texts.some(hides) || ids.texts.some(hides) || names.texts.includes('unknown'))
    return (_, __, key) => made.size < made.add(key).size;
  const [pairs, moments, all] = [new PairCodes(), new PairCodes(), new PairCodes()];
  return (row, { seconds, tens }) => {
    const process = pairs.code(names.codes[row] as number, ids.codes[row] as number);
    const known = all.count;
    // Seconds since year 1 take more than 32 bits.
    all.code(process, moments.code(seconds % 2 ** 32, tens * 32 + Math.floor(seconds / 2 ** 32)));
    return all.count > known;
  };
}

/** Makes keys that others have into new ones. */
class Copies {
  readonly #made: Set<string>;
  readonly #last = new Map<string, number>();

  constructor(made: Set<string>) {
    this.#made = made;
  }

  keyFor(key: string, host: string): string {
    const copyOf = `${key}|${host}`;
    let copy = this.#last.get(copyOf) ?? (host === '' ? 1 : 0);
    let made: string;
    do {
      copy += 1;
      made = copy === 1 ? copyOf : `${copyOf}#${copy}`;
    } while (this.#made.has(made));
    this.#last.set(copyOf, copy);
    this.#made.add(made);
    return made;
  }
}
