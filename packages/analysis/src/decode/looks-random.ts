/** The shortest value that is taken for bytes of no known kind. */
const SHORTEST = 30;

/**
 * Whether a base64 value is mixed as encoded bytes are: at least 15 % capitals and 15 % small letters, 4 % digits, and no
 * character more than a fifth. Digests, words, paths and names are not.
 */
export function looksRandom(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < SHORTEST) return false;
  const counts = new Uint32Array(128);
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at) & 127;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  if (Math.max(...counts) > Math.max(3, length / 5)) return false;
  return (
    total(counts, 0x41, 0x5a) >= length * 0.15 &&
    total(counts, 0x61, 0x7a) >= length * 0.15 &&
    total(counts, 0x30, 0x39) >= length * 0.04
  );
}

function total(counts: Uint32Array, from: number, to: number): number {
  let sum = 0;
  for (let code = from; code <= to; code += 1) sum += counts[code] ?? 0;
  return sum;
}
