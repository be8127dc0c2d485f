import { crc32 } from './crc32';

/** White space as Python's `\s` has it, and the other delimiters. */
const DELIMITERS =
  /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\-\\/.,"'|&:;%$()]/g;
const ENCODER = new TextEncoder();

/** The sum of the code points of a text. */
export function codePointSum(text: string): number {
  let sum = 0;
  for (const character of text) sum += character.codePointAt(0) as number;
  return sum;
}

/** How many delimiters a text holds: white space and `- \ / . , " ' | & : ; % $ ( )`. */
export const delimiterCount = (text: string): number => text.match(DELIMITERS)?.length ?? 0;

/** CRC-32 of the delimiters of a text in their order: the shape of a command line. */
export const delimiterHash = (text: string): number => textHash(text.match(DELIMITERS)?.join('') ?? '');

/** CRC-32 of the UTF-8 bytes of a text. */
export const textHash = (text: string): number => crc32(ENCODER.encode(text));

/** The number of code points of a text. */
export function codePointCount(text: string): number {
  let count = 0;
  for (const character of text) count += character === '' ? 0 : 1;
  return count;
}
