import { isUtf8 } from 'node:buffer';

/** Bytes read as text. */
export interface ByteText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16';
}

const CONTROL = /[\0-\x07\x0b\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffe\uffff]/g;
const UNWRITTEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u;
const SPACES = /[\t\n\v\f\r\x1b]/g;

/**
 * Reads bytes as text: UTF-8 where they are well-formed and hold next to no control characters (one in 64); UTF-16 of either
 * byte order where a mark says so, or where nine of ten units are of one block beside ASCII, as PowerShell's encoded commands
 * are. With `anyUtf16` any well-formed UTF-16 of written characters counts. Nothing where the bytes are no text.
 */
export function textOfBytes(bytes: Buffer, anyUtf16: boolean): ByteText | undefined {
  if (isUtf8(bytes)) {
    const text = bytes.toString('utf8');
    if (isPlain(text)) return { text, encoding: 'utf-8' };
  }
  const text = utf16Text(bytes, anyUtf16);
  return text === undefined ? undefined : { text, encoding: 'utf-16' };
}

const isPlain = (text: string): boolean => (text.match(CONTROL)?.length ?? 0) <= text.length >> 6;

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

/** Whether nine of ten units have the high byte 0 or the one that most of the others have. */
function isOneBlock(bytes: Buffer, high: 0 | 1): boolean {
  const counts = new Uint32Array(256);
  for (let at = high; at < bytes.length; at += 2) counts[bytes[at] ?? 0] = (counts[bytes[at] ?? 0] ?? 0) + 1;
  const ascii = counts[0] ?? 0;
  const block = Math.max(...counts.subarray(1, 0xd8));
  const units = bytes.length / 2;
  return ascii + (block >= units / 4 && units >= 8 ? block : 0) >= units * 0.9;
}
