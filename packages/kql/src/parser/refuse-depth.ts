import { CasebookError } from '@casebook/core';
import { positionOf } from './position';

/** The parser itself gives up at less, but only after it has read all of the text, over and over. */
const DEEPEST = 400;

const TOKENS =
  /\/\/[^\n]*|```[\s\S]*?```|@"(?:[^"]|"")*"|@'(?:[^']|'')*'|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[([{)\]}]/g;

/** Refuses a text whose brackets lie too deep inside of one another: a `KqlSyntax` error at the first that does. */
export function refuseDepth(text: string): void {
  if (text.length < 2 * DEEPEST) return;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token.length > 1) continue;
    depth = '([{'.includes(token) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST)
      throw new CasebookError(
        'KqlSyntax',
        `too deep query: more than ${DEEPEST} brackets inside one another`,
        {
          position: positionOf(text, index, 1),
          help: 'Name parts of it with `let`.',
          query: text,
        },
      );
  }
}
