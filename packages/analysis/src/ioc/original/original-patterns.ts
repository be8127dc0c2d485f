const ENCODED = '%[0-9A-F]{2}';
const QUERY = `(?:[a-z0-9\\-._~!$&'()*+,;=:/?@]|${ENCODED})*`;
const SPACE = String.raw`\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
const PROTOCOL = String.raw`(?:https?|hXXps?|s?ftps?|s?fXps?|telnet|ldap|file):\/\/`;
const HEX = '[A-Fa-f0-9]';
const hash = (length: number): RegExp =>
  new RegExp(
    String.raw`(?:(?<![\s\S])|(?<=\n)|[^A-Fa-f0-9])(?<ioc>${HEX}{${length}})(?:(?=\n)|(?![\s\S])|[^A-Fa-f0-9])`,
    'g',
  );

/** The patterns of MSTICPy 3.0.2's `IoCExtract` for text that may be defanged, those that run in linear time. */
export const ORIGINAL_PATTERNS = {
  ipv4: /(?:[0-9]{1,3}\[?\.\]?){3}[0-9]{1,3}/g,
  ipv6: /(?<![:.\p{L}\p{N}_])(?:[A-F0-9]{0,4}:){2,7}[A-F0-9]{0,4}(?![:.\p{L}\p{N}_])/giu,
  url: new RegExp(
    String.raw`${PROTOCOL}(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|${ENCODED})*@)?(?<host>(?:[a-z0-9\-._~!$&'()*+,;=\[\]]|${ENCODED})*)(?::\d*)?(?:\/[^?#"<>${SPACE}]*)?(?:\?${QUERY})?(?:#${QUERY})?`,
    'gi',
  ),
  md5_hash: hash(32),
  sha1_hash: hash(40),
  sha256_hash: hash(64),
} as const;
