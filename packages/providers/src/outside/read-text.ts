import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { unreadable } from './read-records';

const MOST_BYTES = 256 * 2 ** 20;

/** The text of a file, one compressed with gzip taken apart; `InvalidSource` where it cannot be read or is larger than 256 MiB. */
export const readText = (name: string, path: string): string => {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw unreadable(name, 'it is larger than 256 MiB');
    const bytes = readFileSync(path);
    const plain = /\.gz$/i.test(path) ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
    return plain.toString('utf8');
  } catch (error) {
    throw unreadable(name, error instanceof Error ? error.message : 'it cannot be opened');
  }
};
