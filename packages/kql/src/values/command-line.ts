/**
 * The arguments of a Windows command line as `CommandLineToArgvW` splits it: the first is the program, in which a
 * backslash is a letter; behind it, 2n backslashes and a quote are n backslashes and a border of quoted text, 2n+1 are n
 * and the quote itself, and of three quotes in a row one stays.
 */
export function windowsArguments(line: string): readonly string[] {
  const program = /^"([^"]*)"?|^[^ \t]*/.exec(line);
  const rest = line.slice(program?.[0].length ?? 0).replace(/^[ \t]+/, '');
  return [program?.[1] ?? program?.[0] ?? '', ...following(rest)];
}

function following(text: string): readonly string[] {
  const found: string[] = [];
  let current: string | undefined;
  let quotes = 0;
  for (const piece of text.match(/\\*"+|[ \t]+|\\+|[^\\" \t]+/g) ?? []) {
    if (/^[ \t]/.test(piece) && quotes === 0) {
      if (current !== undefined) found.push(current);
      current = undefined;
    } else if (piece.endsWith('"')) {
      const read = quoted(piece, quotes);
      current = (current ?? '') + read.text;
      quotes = read.quotes;
    } else {
      current = (current ?? '') + piece;
    }
  }
  return current === undefined ? found : [...found, current];
}

/** Backslashes and the quotes behind them; `quotes` counts those that are open. */
function quoted(piece: string, open: number): { readonly text: string; readonly quotes: number } {
  const slashes = piece.indexOf('"');
  const escaped = slashes % 2 === 1;
  let text = '\\'.repeat(Math.floor(slashes / 2)) + (escaped ? '"' : '');
  let quotes = open + (escaped ? 0 : 1);
  for (let left = piece.length - slashes - 1; left > 0; left--) {
    quotes += 1;
    if (quotes !== 3) continue;
    text += '"';
    quotes = 0;
  }
  return { text, quotes: quotes === 2 ? 0 : quotes };
}
