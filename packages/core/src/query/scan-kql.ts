const TOKEN =
  /\/\/[^\n]*|```[\s\S]*?```|~~~[\s\S]*?~~~|[hH]?@"(?:[^"\r\n]|"")*"|[hH]?@'(?:[^'\r\n]|'')*'|[hH]?"(?:[^"\\\r\n]|\\.)*"|[hH]?'(?:[^'\\\r\n]|\\.)*'|~~~|["'`;()[\]{}]/g;

const CLOSES: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

const STRAY: ReadonlySet<string> = new Set(['"', "'", '`', '~~~']);

/**
 * Says why a text is not a piece of KQL that leaves the rest of a query as it is, or nothing where it is one:
 * its strings and brackets are closed, it ends no statement, and it is no management command.
 */
export const scanKql = (text: string): string | undefined => {
  if (/^\s*\./.test(text.replace(/\/\/[^\n]*/g, ''))) return 'a management command';
  const open: string[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const opener = CLOSES.get(token);
    if (token === '(' || token === '[' || token === '{') open.push(token);
    else if (opener !== undefined && open.pop() !== opener) return `unmatched ${token}`;
    else if (STRAY.has(token)) return 'an open string';
    else if (token === ';' && open.length === 0) return 'more than one statement';
  }
  if (open.length > 0) return `unmatched ${open[open.length - 1]}`;
  return undefined;
};

/** Whether the text ends inside a line comment, so that what follows must start on a new line. */
export const endsInComment = (text: string): boolean => {
  const tokens = [...text.matchAll(TOKEN)];
  const last = tokens[tokens.length - 1];
  return last !== undefined && last[0].startsWith('//') && (last.index ?? 0) + last[0].length === text.length;
};
