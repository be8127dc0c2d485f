/** A JSON text as a reader sees it. */
export interface JsonText {
  /** The text with the escapes of its strings resolved. */
  readonly text: string;
  /** Where a place of that text stands in the JSON. */
  readonly placeOf: (position: number) => number;
}

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])/g;
const NAMED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Resolves the escapes of a JSON text, so that what stands behind `\n` is no part of a word that begins with n. Linear time. */
export function jsonText(json: string): JsonText {
  const ends: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  const text = json.replace(ESCAPE, (escape, at: number) => {
    ends.push(at - shift);
    shift += escape.length - 1;
    shifts.push(shift);
    if (escape[1] === 'u') return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
    return NAMED[escape[1] as string] ?? (escape[1] as string);
  });
  return { text, placeOf: (position) => position + shiftBefore(ends, shifts, position) };
}

/** What the escapes before a place take more in JSON. */
function shiftBefore(places: readonly number[], shifts: readonly number[], position: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] as number) < position) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (shifts[low - 1] as number);
}
