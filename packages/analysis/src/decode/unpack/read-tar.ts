import type { Budget } from '../budget';
import { stored, type Member } from './unpacked';

const BLOCK = 512;
const CHECKSUM = 148;
const LONG_NAME = 'L';
const EXTENDED = 'x';
const FOLDER = '5';
const FILES = ['0', '\0', '7'];

/** The members of a tar archive (POSIX.1-2001 ustar and pax, GNU long names); links and devices are members without bytes. */
export function* readTar(archive: Buffer, budget: Budget): Generator<Member, void, void> {
  let longName: string | undefined;
  for (let at = 0; isTarHeader(archive, at);) {
    const size = octal(archive, at + 124, 12);
    const kind = archive.toString('latin1', at + 156, at + 157);
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (kind === LONG_NAME) longName = upToNul(content);
    else if (kind === EXTENDED) longName = /(?:^|\n)\d+ path=([^\n]*)/.exec(content.toString('utf8'))?.[1];
    else {
      const header = at - BLOCK - Math.ceil(size / BLOCK) * BLOCK;
      const name = longName ?? shortName(archive.subarray(header, header + BLOCK));
      longName = undefined;
      const whole = content.length === size;
      const bytes = FILES.includes(kind) ? content : content.subarray(0, 0);
      yield {
        name,
        folder: kind === FOLDER,
        content: whole ? stored(bytes, budget) : { fault: 'damaged' },
      };
    }
  }
}

/** Whether a block reads as a tar header: its checksum (bytes summed with the field as spaces) is right. */
export function isTarHeader(archive: Buffer, at = 0): boolean {
  if (at + BLOCK > archive.length || archive[at] === 0) return false;
  let sum = 8 * 0x20;
  for (let index = 0; index < BLOCK; index += 1)
    if (index < CHECKSUM || index >= CHECKSUM + 8) sum += archive[at + index] ?? 0;
  return octal(archive, at + CHECKSUM, 8) === sum;
}

function shortName(header: Buffer): string {
  const name = upToNul(header.subarray(0, 100));
  const prefix = header.toString('latin1', 257, 262) === 'ustar' ? upToNul(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function upToNul(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}

function octal(archive: Buffer, at: number, length: number): number {
  const digits = /^[ ]*([0-7]{1,12})/.exec(archive.toString('latin1', at, at + length))?.[1];
  return digits === undefined ? 0 : Number.parseInt(digits, 8);
}
