/** The name among others that takes the fewest edits (Levenshtein, ignoring case); nothing where none is near. */
export function nearestName(name: string, others: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const ranked = others
    .map((other) => ({ other, edits: editsBetween(wanted, other.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  const [best] = ranked;
  return best && best.edits <= Math.max(2, Math.ceil(name.length / 2)) ? best.other : undefined;
}

function editsBetween(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const swap = (before[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(swap, (before[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    before = current;
  }
  return before[b.length] ?? 0;
}
