/** tslab compiles `await (x)`, `await [x]` and the like to a call or an index of a name `await`, and refuses `for await`. */
const MISREAD_AWAIT = /\bawait\s*[([`+\-/<{!~]|\bfor\s+await\b/;
const TSLAB_DIRECTIVE = /^\s*\/\*\*[^]*?@(?:module|browser|jsx)\b/;

const PREFIX = 'await null;';

/**
 * What must stand before a cell so that tslab reads its top-level awaits as such; empty where it does so by itself (a cell
 * that starts with an await cannot be stopped in the middle of a synchronous loop).
 */
export const awaitPrefix = (code: string): string =>
  MISREAD_AWAIT.test(code) && !TSLAB_DIRECTIVE.test(code) ? PREFIX : '';
