/**
 * The entropy of a text in bits a character (C. Shannon, "A Mathematical Theory of Communication", 1948), over its code points:
 * 0 for an empty text or one of a single letter, log2 n at most for n different ones. No errors. Linear.
 */
export function shannonEntropy(text: string): number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const one of text) {
    counts.set(one, (counts.get(one) ?? 0) + 1);
    total += 1;
  }
  let bits = 0;
  for (const count of counts.values()) bits -= (count / total) * Math.log2(count / total);
  return bits === 0 ? 0 : bits;
}
