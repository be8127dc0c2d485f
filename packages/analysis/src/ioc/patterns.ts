/** The kinds of indicators that are known by themselves. */
export type IocType =
  | 'ipv4'
  | 'ipv6'
  | 'dns'
  | 'url'
  | 'email'
  | 'md5_hash'
  | 'sha1_hash'
  | 'sha256_hash'
  | 'windows_path'
  | 'linux_path';

const DOT = String.raw`(?:\.|\[\.\]|\(\.\)|\{\.\}|\[\.|\.\]|\[dot\]|\(dot\))`;
const LETTER = String.raw`[A-Za-z0-9_\u00a1-\u2027\u202f-\u2fff\u3003-\uff0d\uff0f-\uff60\uff66-\uffef-]`;
const HOST = `${LETTER}+(?:${DOT}${LETTER}+)+`;
const HEX = '[A-Fa-f0-9]';
const SCHEME = String.raw`(?:h(?:tt|xx)ps?|s?f[tx]ps?|telnet|ldaps?|file)(?:(?::|\[:\])(?:\/\/|\[\/\/\])|\[:\/\/\])`;
const NO_URL = String.raw`\s"<>^\x60{|}\\\u0000-\u001f`;
const NO_FILE = String.raw`\\/:*?"'<>|\s,;()`;

/**
 * Where each kind may stand in a text; a quote or bracket right before an address ends it too. Every pattern runs in linear time:
 * repetitions are over disjoint characters, and a look behind keeps a search from starting again within a run;
 * `tools/test/patterns.test.ts` holds them against a ReDoS checker. What a match is worth the validators decide.
 */
export const PATTERNS: Readonly<Record<IocType, RegExp>> = {
  url: new RegExp(
    String.raw`(?<=')${SCHEME}[^'${NO_URL}]+|(?<=\()${SCHEME}(?:[^()${NO_URL}]|\([^()${NO_URL}]*\))+|${SCHEME}[^${NO_URL}]+`,
    'gi',
  ),
  email: new RegExp(
    String.raw`(?<![\w.!#$%&*+/=?^{|}~'-])[\w.!#$%&*+/=?^{|}~'-]+(?:@|\[at\]|\(at\)|\[@\])${HOST}`,
    'gi',
  ),
  ipv4: new RegExp(String.raw`(?<![\w.])[0-9]{1,3}(?:${DOT}[0-9]{1,3}){3}(?!\w|\.[0-9])`, 'g'),
  ipv6: new RegExp(
    String.raw`(?<![:.\w])(?:${HEX}{0,4}:){2,7}(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3}|${HEX}{0,4})(?![:\w]|\.\w)`,
    'g',
  ),
  md5_hash: new RegExp(`(?<!${HEX})${HEX}{32}(?!${HEX})`, 'g'),
  sha1_hash: new RegExp(`(?<!${HEX})${HEX}{40}(?!${HEX})`, 'g'),
  sha256_hash: new RegExp(`(?<!${HEX})${HEX}{64}(?!${HEX})`, 'g'),
  dns: new RegExp(`(?<!${LETTER})${HOST}`, 'gi'),
  windows_path: new RegExp(
    String.raw`(?<![\w%\\.])(?:[a-z]:|\\\\[\w.$-]+|\.{1,2}|%\w+%)\\(?:[^\\/:*?"'<>|\r\n]+\\)*(?:[^${NO_FILE}]|\([^${NO_FILE}]*\))*`,
    'gi',
  ),
  linux_path: /(?<![\w/.:\\~-])(?:~|\.{1,2})?(?:\/[\w.@%+=,~-]+){2,}/g,
};
