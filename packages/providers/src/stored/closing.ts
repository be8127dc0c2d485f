const PAIRS: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/** The offset of the bracket that closes the one at an offset, past texts and comments of KQL; -1 where none does. */
export const closing = (text: string, open: number): number => {
  const stack: string[] = [];
  for (let at = open; at < text.length; at += 1) {
    const char = text[at] as string;
    if (Object.hasOwn(PAIRS, char)) stack.push(PAIRS[char] as string);
    else if (char === stack.at(-1)) {
      stack.pop();
      if (stack.length === 0) return at;
    } else at = passed(text, at);
  }
  return -1;
};

/** The last offset of the text or comment that begins at an offset; the offset itself where none begins. */
const passed = (text: string, at: number): number => {
  if (text.startsWith('//', at)) return ended(text.indexOf('\n', at), text);
  if (text.startsWith('```', at)) return ended(text.indexOf('```', at + 3) + 2, text);
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return at;
  const verbatim = text[at - 1] === '@';
  for (let next = at + 1; next < text.length; next += 1) {
    if (text[next] === '\\' && !verbatim) next += 1;
    else if (text[next] === quote) {
      if (!verbatim || text[next + 1] !== quote) return next;
      next += 1;
    }
  }
  return text.length;
};

const ended = (at: number, text: string): number => (at < 0 ? text.length : at);
