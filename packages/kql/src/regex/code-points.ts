/** A set of code points as ordered ranges that do not touch. */
export type CodePoints = readonly (readonly [first: number, last: number])[];

const LAST = 0x10ffff;

/** The set of these ranges, in order and merged. */
export function codePoints(ranges: CodePoints): CodePoints {
  const merged: [number, number][] = [];
  for (const [first, last] of [...ranges].sort(([a], [b]) => a - b)) {
    const before = merged.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  return merged;
}

/** All code points of Unicode that a pattern of one sign matches. */
export function codePointsLike(pattern: RegExp): CodePoints {
  const found: [number, number][] = [];
  for (let point = 0; point <= LAST; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    if (!pattern.test(String.fromCodePoint(point))) continue;
    const before = found.at(-1);
    if (before && before[1] === point - 1) before[1] = point;
    else found.push([point, point]);
  }
  return found;
}

/** What a set lacks. */
export function complement(set: CodePoints): CodePoints {
  const ends = [-1, ...set.map(([, last]) => last)];
  const starts = [...set.map(([first]) => first), LAST + 1];
  return ends
    .map((end, index) => [end + 1, (starts[index] ?? 0) - 1] as const)
    .filter(([first, last]) => first <= last);
}

/** What two sets share. */
export const intersection = (a: CodePoints, b: CodePoints): CodePoints =>
  complement(codePoints([...complement(a), ...complement(b)]));
