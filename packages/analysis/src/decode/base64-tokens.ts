/** The runs of base64 characters of a text with their padding, by position, in order. */
export interface Tokens {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The length of the longest. */
  readonly longest: number;
}

const PADDING = 0x3d;

/** The base64 tokens of a text; a pad ends one, two at most belong to it. */
export function base64Tokens(text: string): Tokens {
  const most = (text.length >> 1) + 1;
  const starts = new Uint32Array(most);
  const ends = new Uint32Array(most);
  let count = 0;
  let longest = 0;
  for (let at = 0; at < text.length;) {
    const start = at;
    while (isBase64(text.charCodeAt(at))) at += 1;
    if (at === start) {
      at += 1;
      continue;
    }
    for (let pads = 0; pads < 2 && text.charCodeAt(at) === PADDING; pads += 1) at += 1;
    starts[count] = start;
    ends[count] = at;
    count += 1;
    longest = Math.max(longest, at - start);
  }
  return { count, starts, ends, longest };
}

const isBase64 = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x2f && code <= 0x39) ||
  code === 0x2b ||
  code === 0x2d ||
  code === 0x5f;
