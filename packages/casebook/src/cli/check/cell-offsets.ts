/**
 * Where each unit of the sources of a notebook's cells stands in the JSON text of the file, by cell, with one more entry for the end; sources
 * written as lists of lines are joined. The text is JSON that was parsed before.
 */
export function cellOffsets(json: string): readonly (readonly number[])[] {
  const cells: number[][] = [];
  const path: (string | number)[] = [];
  const scan = new JsonScan(json);
  for (let token = scan.next(); token; token = scan.next()) {
    const last = path.length - 1;
    const top = path[last];
    if (token.sign === '{') path.push('');
    else if (token.sign === '[') path.push(0);
    else if (token.sign === '}' || token.sign === ']') path.pop();
    else if (token.sign === ',') path[last] = typeof top === 'number' ? top + 1 : '';
    else if (token.sign === '"' && top === '') path[last] = json.slice(token.start + 1, token.end - 1);
    else if (token.sign === '"' && path[0] === 'cells' && path[2] === 'source' && path.length <= 4) {
      const offsets = (cells[Number(path[1])] ??= []);
      offsets.splice(-1, 1, ...unitsOf(json, token.start + 1, token.end - 1));
    }
  }
  return cells;
}

interface Token {
  readonly sign: string;
  readonly start: number;
  readonly end: number;
}

/** Texts and punctuation of JSON, one after another. */
class JsonScan {
  private at = 0;
  private readonly sign = /["{}[\],]/g;

  constructor(private readonly json: string) {}

  next(): Token | undefined {
    this.sign.lastIndex = this.at;
    const found = this.sign.exec(this.json);
    if (!found) return undefined;
    const start = found.index;
    this.at = found[0] === '"' ? this.closing(start) + 1 : start + 1;
    return { sign: found[0], start, end: this.at };
  }

  private closing(open: number): number {
    let close = this.json.indexOf('"', open + 1);
    while (close >= 0 && isEscaped(this.json, close)) close = this.json.indexOf('"', close + 1);
    return close < 0 ? this.json.length : close;
  }
}

const isEscaped = (json: string, at: number): boolean => {
  let first = at;
  while (json[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
};

function unitsOf(json: string, start: number, end: number): number[] {
  const offsets: number[] = [];
  for (let at = start; at < end; at += json[at] === '\\' ? (json[at + 1] === 'u' ? 6 : 2) : 1)
    offsets.push(at);
  return [...offsets, end];
}
