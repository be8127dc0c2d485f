/** The names most like a misspelt one, the nearest first; at most three, and only such as are near. */
export function nearestNames(wrong: string, names: Iterable<string>): readonly string[] {
  const lower = wrong.toLowerCase();
  const most = Math.max(1, Math.floor(lower.length / 4));
  const near: { readonly name: string; readonly distance: number }[] = [];
  for (const name of names) {
    if (name === wrong) continue;
    if (Math.abs(name.length - lower.length) > most) continue;
    const distance = editDistance(lower, name.toLowerCase(), most);
    if (distance <= most) near.push({ name, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** The distance of Damerau and Levenshtein, where two neighbours change places at most once; given up as soon as it is over a bound. */
function editDistance(a: string, b: string, most: number): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (before[j - 2] ?? most) + 1 : change;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next, ...row) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length] ?? most + 1;
}
