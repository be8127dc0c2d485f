import { isUtf8 } from 'node:buffer';

/** Bytes read as text. */
export interface ByteText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16';
}

/** Tab, line feed, vertical tab, form feed, carriage return, escape. */
const SPACE_CODES: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 27]);
/** Fewer units than this tell no block but ASCII's. */
const LEAST_UNITS = 8;
const UNWRITTEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u;
const SPACES = /[\t\n\v\f\r\x1b]/g;

/**
 * Reads bytes as text: UTF-8 where they are well-formed and hold next to no control characters (one in 64); UTF-16 of either
 * byte order where a mark says so, or where nine of ten units are of one block beside ASCII, as PowerShell's encoded commands
 * are. With `anyUtf16` any well-formed UTF-16 of written characters counts. Nothing where the bytes are no text.
 */
export function textOfBytes(bytes: Buffer, anyUtf16: boolean): ByteText | undefined {
  if (isPlain(bytes) && isUtf8(bytes)) return { text: bytes.toString('utf8'), encoding: 'utf-8' };
  const text = utf16Text(bytes, anyUtf16);
  return text === undefined ? undefined : { text, encoding: 'utf-16' };
}

function isPlain(bytes: Buffer): boolean {
  const most = bytes.length >> 6;
  let controls = 0;
  for (let at = 0; at < bytes.length && controls <= most; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 ? !SPACE_CODES.has(byte) : byte === 0x7f) controls += 1;
    else if (byte === 0xc2 && (bytes[at + 1] ?? 0) < 0xa0) controls += 1;
  }
  return controls <= most;
}

function utf16Text(bytes: Buffer, anyUtf16: boolean): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  const mark = bytes.readUInt16LE(0);
  if (mark === 0xfeff) return written(bytes.toString('utf16le', 2));
  if (mark === 0xfffe) return written(swapped(bytes).toString('utf16le', 2));
  if (anyUtf16 || isOneBlock(bytes, 1)) return written(bytes.toString('utf16le'));
  return isOneBlock(bytes, 0) ? written(swapped(bytes).toString('utf16le')) : undefined;
}

const written = (text: string): string | undefined =>
  UNWRITTEN.test(text.replace(SPACES, '')) ? undefined : text;

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

/** Whether nine of ten units have the high byte 0 or one that most of the others have (a majority vote, Boyer and Moore). */
function isOneBlock(bytes: Buffer, high: 0 | 1): boolean {
  let block = 0;
  let votes = 0;
  for (let at = high; at < bytes.length; at += 2) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) continue;
    if (votes === 0) block = byte;
    votes += byte === block ? 1 : -1;
  }
  const units = bytes.length / 2;
  let fitting = 0;
  let ascii = 0;
  for (let at = high; at < bytes.length; at += 2) {
    if (bytes[at] === 0) ascii += 1;
    else if (bytes[at] === block) fitting += 1;
  }
  return ascii + (units >= LEAST_UNITS ? fitting : 0) >= units * 0.9;
}
