/**
 * A defanged indicator as it was: `hxxp`, `fxp`, `[.]`, `(.)`, `{.}`, `[dot]`, `[:]`, `[//]`, `[://]`, `[at]` and their like become what
 * they stand for.
 */
export const refang = (text: string): string => (FANGLESS.test(text) ? restored(text) : text);

const FANGLESS = /[[\](){}]|^hxxp|^s?fxp/i;

const restored = (text: string): string =>
  text
    .replace(/^h(?:tt|xx)p(s?)(?=:|\[)/i, 'http$1')
    .replace(/^(s?)f[tx]p(s?)(?=:|\[)/i, '$1ftp$2')
    .replace(/\[:\/\/\]/g, '://')
    .replace(/\[:\]/g, ':')
    .replace(/\[\/\/\]/g, '//')
    .replace(/\[(?:at|@)\]|\(at\)/gi, '@')
    .replace(/\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\[\.|\.\]/gi, '.');
