import { parse } from 'tldts';

/** Suffixes that are more often the ending of a file than of a host. */
const FILE_ENDINGS: ReadonlySet<string> = new Set([
  'app',
  'bat',
  'bz',
  'cab',
  'cat',
  'cc',
  'gz',
  'java',
  'md',
  'mov',
  'pf',
  'pl',
  'pm',
  'ps',
  'pub',
  'py',
  'rs',
  'sh',
  'so',
  'ss',
  'st',
  'zip',
]);
/** Endings of files that go on, as in `notes.txt.zip` and `CMD.EXE-4A81B364.pf`. */
const INNER_ENDING = /^(?:exe|dll|json|txt|pdf|docx?|xlsx?|ps1|vbs)(?:-|$)/i;
const LABEL = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}])?$/u;
const LONGEST_NAME = 253;
const LONGEST_LABEL = 63;

/** What a host name is checked for. */
export interface HostCheck {
  /** Takes names under any top-level domain. */
  readonly anySuffix?: boolean;
  /** Takes names that look like files or classes, such as `setup.py`; for places where only a host can stand. */
  readonly anyEnding?: boolean;
}

/** Whether a text is a host name under a public suffix (the ICANN part of the Public Suffix List). */
export function isHostName(text: string, { anySuffix = false, anyEnding = false }: HostCheck = {}): boolean {
  if (text.length > LONGEST_NAME) return false;
  const labels = text.split('.');
  if (labels.length < 2 || !labels.every((label) => label.length <= LONGEST_LABEL && LABEL.test(label)))
    return false;
  const last = labels.at(-1) as string;
  if (/^[\d_]+$/.test(last)) return false;
  if (anySuffix) return /^(?:\p{L}{2,}|xn--[\w-]+)$/u.test(last);
  const { domain, isIcann } = parse(text.toLowerCase(), { validateHostname: false, extractHostname: false });
  if (domain === null || isIcann !== true) return false;
  return anyEnding || !(isFile(labels, last) || isClass(text, last));
}

const isFile = (labels: readonly string[], last: string): boolean =>
  labels.length > 2
    ? labels.slice(1, -1).some((label) => INNER_ENDING.test(label))
    : FILE_ENDINGS.has(last.toLowerCase());

/** Names such as `System.Security` and `System.IO` are of code; a host ends in small letters or is in capitals throughout. */
const isClass = (text: string, last: string): boolean =>
  last !== last.toLowerCase() && text !== text.toUpperCase();

/** Tells host names, as `isHostName` does. */
export type IsHostName = (text: string, check?: HostCheck) => boolean;

/** `isHostName` that remembers what it said, for one text with many names. */
export function hostNames(): IsHostName {
  const known = new Map<string, boolean>();
  return (text, check = {}) => {
    const key = `${check.anySuffix ? 1 : 0}${check.anyEnding ? 1 : 0}${text}`;
    const found = known.get(key) ?? isHostName(text, check);
    known.set(key, found);
    return found;
  };
}
