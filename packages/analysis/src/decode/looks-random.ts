/** The shortest value that is taken for bytes of no known kind. */
const SHORTEST = 30;

/**
 * Whether a base64 value is mixed as encoded bytes are: at least 15 % capitals and 15 % small letters, 4 % digits, and no
 * character more than a fifth. Digests, words, paths and names are not.
 */
export function looksRandom(value: string): boolean {
  if (value.length < SHORTEST) return false;
  const counts = new Uint32Array(128);
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at) & 127;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const share = (from: string, to: string): number =>
    counts.subarray(from.charCodeAt(0), to.charCodeAt(0) + 1).reduce((sum, one) => sum + one, 0) /
    value.length;
  return (
    share('A', 'Z') >= 0.15 &&
    share('a', 'z') >= 0.15 &&
    share('0', '9') >= 0.04 &&
    Math.max(...counts) <= Math.max(3, value.length / 5)
  );
}
