import { mayHaveSignature } from './file-type';

/** How many bytes are looked at. */
const LOOKED = 12;
/** How many of them may be strange in a text. */
const STRANGE = 2;
/** From this many characters on a value may be a tar archive, which starts as anything. */
const LONG = 680;
/** The first bytes of the byte order marks. */
const MARKS: readonly number[] = [0xfe, 0xff];

/**
 * Whether the first twelve bytes of a base64 value leave it open that it is text or a known kind of file. Says no of nearly all
 * words and random values without decoding them.
 */
export function mayBeTold(text: string, start: number, end: number): boolean {
  if (end - start >= LONG) return true;
  const bytes = firstBytes(text, start, end);
  const [first = 0] = bytes;
  if (mayHaveSignature(first) || MARKS.includes(first)) return true;
  return bytes.filter(isStrange).length <= STRANGE || isUniform(bytes, 0) !== isUniform(bytes, 1);
}

/** Controls, and bytes that start no UTF-8 character nor go on with one. */
const isStrange = (byte: number, at: number, bytes: readonly number[]): boolean => {
  if (byte < 0x80) return (byte < 0x20 && (byte < 9 || byte > 13) && byte !== 0x1b) || byte === 0x7f;
  if (byte < 0xc0) return at === 0 || (bytes[at - 1] ?? 0) < 0x80;
  return byte < 0xc2 || byte > 0xf4;
};

/** Whether every other byte is one of two, as in UTF-16 of one script. */
function isUniform(bytes: readonly number[], from: 0 | 1): boolean {
  const high = new Set(bytes.filter((_, at) => at % 2 === from));
  return high.size <= 2;
}

function firstBytes(text: string, start: number, end: number): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (let at = start; at < end && bytes.length < LOOKED; at += 1) {
    const value = sextet(text.charCodeAt(at));
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
}

function sextet(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code - 71;
  if (code >= 0x41 && code <= 0x5a) return code - 65;
  if (code >= 0x30 && code <= 0x39) return code + 4;
  if (code === 0x2b || code === 0x2d) return 62;
  return code === 0x2f || code === 0x5f ? 63 : -1;
}
