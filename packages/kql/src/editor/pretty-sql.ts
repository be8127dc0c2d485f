const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|\b(?:SELECT|FROM|WHERE|GROUP BY|ORDER BY|LIMIT|UNION ALL|WITH|(?:INNER|LEFT|RIGHT|FULL|SEMI|ANTI|CROSS) JOIN)\b|[()]|\s+|[^\s()'"]+/g;

const STARTS = /^(?:FROM|WHERE|GROUP BY|ORDER BY|LIMIT|UNION ALL|\w+ JOIN)$/;

/** SQL over several lines: each clause on its own, each inner query indented by two. The words stay as they are. */
export function prettySql(sql: string): string {
  const tokens = (sql.match(TOKEN) ?? []).map((token) => (/^\s+$/.test(token) ? ' ' : token));
  const open: boolean[] = [];
  let text = '';
  tokens.forEach((token, at) => {
    const indent = (): string => `\n${'  '.repeat(open.filter(Boolean).length)}`;
    const innermost = open.at(-1) ?? true;
    if (token === '(') {
      const next = tokens.slice(at + 1, at + 3).find((one) => one !== ' ') ?? '';
      open.push(/^(?:SELECT|WITH|\()$/.test(next) && /^(?:SELECT|WITH)$/.test(firstWord(tokens, at)));
      text += open.at(-1) ? `(${indent()}` : '(';
    } else if (token === ')') {
      const query = open.pop() ?? false;
      text = query ? `${text.trimEnd()}${indent()})` : `${text})`;
    } else if (STARTS.test(token) && innermost) text = `${text.trimEnd()}${indent()}${token}`;
    else text += token;
  });
  return text.trim();
}

/** The first word behind the parentheses that open at a place. */
function firstWord(tokens: readonly string[], at: number): string {
  let place = at;
  while (tokens[place] === '(' || tokens[place] === ' ') place += 1;
  return tokens[place] ?? '';
}
