/** The kinds of values that a digest holds; whole kinds are bigint (ticks for the two of time), reals are doubles. */
export type DigestKind = 'long' | 'real' | 'datetime' | 'timespan';

/** A distribution: its values in ascending order, each with a weight above 0. */
export interface Digest {
  readonly kind: DigestKind;
  readonly items: readonly (readonly [value: bigint | number, weight: bigint])[];
}

/** What the text of a digest begins with; no JSON does, so that nothing but its own functions can read one. */
export const DIGEST_MARK = '~tdigest:';

/** Writes a digest as `~tdigest:kind:value*weight,value*weight`. */
export const digestText = ({ kind, items }: Digest): string =>
  `${DIGEST_MARK}${kind}:${items.map(([value, weight]) => `${value}*${weight}`).join(',')}`;

/** Reads a digest; nothing where the text is none. */
export function parseDigest(text: string): Digest | undefined {
  const found = /^~tdigest:(long|real|datetime|timespan):(.*)$/s.exec(text);
  if (!found) return undefined;
  const kind = found[1] as DigestKind;
  const items = (found[2] ?? '').split(',').filter(Boolean);
  return {
    kind,
    items: items.map((item) => {
      const [value = '', weight = '1'] = item.split('*');
      return [kind === 'real' ? realOf(value) : BigInt(value), BigInt(weight)] as const;
    }),
  };
}

const realOf = (text: string): number =>
  /inf/i.test(text) ? (text.startsWith('-') ? -Infinity : Infinity) : Number(text);

/** All values of several digests of one kind; nothing where kinds differ, except that long widens to real. */
export function mergeDigests(digests: readonly Digest[]): Digest | undefined {
  const kinds = new Set(digests.map(({ kind }) => kind));
  const kind =
    [...kinds].every((one) => one === 'long' || one === 'real') && kinds.size > 1 ? 'real' : [...kinds][0];
  if (kind === undefined || (kinds.size > 1 && kind !== 'real')) return undefined;
  const items = digests.flatMap((digest) => digest.items);
  const alike = kind === 'real' ? items.map(([value, weight]) => [Number(value), weight] as const) : items;
  return { kind, items: [...alike].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) };
}

/** How many values a digest stands for. */
export const digestSize = ({ items }: Digest): bigint => items.reduce((sum, [, weight]) => sum + weight, 0n);

/**
 * The nearest-rank percentile: the smallest value that at least `percent` % of the weight does not exceed, the least
 * value for 0. Nothing for an empty digest or a percentage outside of 0..100.
 * See https://learn.microsoft.com/kusto/query/percentiles-aggregation-function#nearest-rank-percentile
 */
export function digestPercentile(digest: Digest, percent: number): bigint | number | undefined {
  if (!(percent >= 0 && percent <= 100)) return undefined;
  const goal = (Number(digestSize(digest)) * percent) / 100;
  let seen = 0n;
  for (const [value, weight] of digest.items) {
    seen += weight;
    if (Number(seen) >= goal - 1e-9) return value;
  }
  return digest.items.at(-1)?.[0];
}

/** How many of the values do not exceed one. See https://learn.microsoft.com/kusto/query/rank-tdigest-function */
export const digestRank = ({ items }: Digest, value: number): bigint =>
  items.reduce((sum, [item, weight]) => (Number(item) <= value ? sum + weight : sum), 0n);
