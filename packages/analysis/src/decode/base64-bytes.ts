const STANDARD = /[+/]/;
const URL_SAFE = /[-_]/;
const SPACE = /\s+/g;

/** The bytes of one base64 value of either alphabet (RFC 4648), with or without its padding; nothing where it is none. */
export function base64Bytes(text: string): Buffer | undefined {
  const compact = text.replace(SPACE, '');
  const data = compact.length - paddingOf(compact);
  if (data < 2 || data % 4 === 1) return undefined;
  if (STANDARD.test(compact) && URL_SAFE.test(compact)) return undefined;
  if (data < compact.length && compact.length % 4 !== 0) return undefined;
  return Buffer.from(compact, 'base64');
}

function paddingOf(text: string): number {
  if (!text.endsWith('=')) return 0;
  return text.endsWith('==') ? 2 : 1;
}
