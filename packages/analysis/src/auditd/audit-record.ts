/** One record of the Linux audit log. */
export interface AuditRecord {
  readonly type: string;
  /** `seconds.milliseconds:serial`: records of one event share it. */
  readonly id: string;
  /** The host that `auditd` names with `name_format`; empty where it does not. */
  readonly node: string;
  readonly fields: ReadonlyMap<string, string>;
}

const HEAD = /^(?:node=(\S{1,256}) )?type=(\S{1,64}) msg=audit\((\d{1,12}\.\d{1,9}:\d{1,20})\): ?/;
/** Parts the fields that the kernel wrote from those that `auditd` resolved (`log_format = ENRICHED`). */
const ENRICHED = '\x1d';
const PARTS = /[ \x1d]/;
/** Fields that the kernel writes as hexadecimal where they hold a space, a quote or a control character. */
const UNTRUSTED: Readonly<Record<string, RegExp>> = {
  EXECVE: /^a\d{1,7}(?:\[\d{1,7}\])?$/,
  SYSCALL: /^(?:comm|exe|key)$/,
  PATH: /^name$/,
  CWD: /^cwd$/,
  PROCTITLE: /^proctitle$/,
};
/** The same in records of user space, such as USER_CMD. */
const UNTRUSTED_USER = /^(?:cmd|cwd|acct|exe|comm|data|vm|unit)$/;

/**
 * Reads one line of the audit log, with or without resolved fields; nothing where it is none. Hexadecimal values of fields that
 * may hold it are decoded as UTF-8, a NUL as a space; `(null)` and `?` stay as they are. No errors. Linear in the length of the line.
 * Source: the Linux audit log format (`auditd` and `ausearch`).
 */
export function auditRecord(line: string): AuditRecord | undefined {
  const head = HEAD.exec(line);
  if (!head) return undefined;
  const [whole, node = '', type = '', id = ''] = head;
  return { type, id, node, fields: auditFields(type, line.slice(whole.length)) };
}

/** Reads `key=value` pairs of one record: bare, in double quotes, or (`msg`) in single quotes around pairs of their own. */
export function auditFields(type: string, text: string, nested = false): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const untrusted = UNTRUSTED[type] ?? UNTRUSTED_USER;
  const end = text.trimEnd().length;
  let at = 0;
  while (at < end) {
    const equals = text.indexOf('=', at);
    if (equals < 0) break;
    const [value, next, bare] = valueAt(text, equals + 1, end);
    const name = text.slice(at, equals).split(PARTS).at(-1) ?? '';
    if (name === 'msg' && text[equals + 1] === "'" && !nested)
      for (const [inner, own] of auditFields(type, value, true)) fields.set(inner, own);
    else if (name !== '' && !fields.has(name))
      fields.set(name, bare && untrusted.test(name) ? decoded(value) : value);
    at = next;
  }
  return fields;
}

function valueAt(
  text: string,
  start: number,
  end: number,
): readonly [value: string, next: number, bare: boolean] {
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    const close = quote === '"' ? text.indexOf('"', start + 1) : text.lastIndexOf("'");
    if (close > start) return [text.slice(start + 1, close), close + 1, false];
  }
  let stop = start;
  while (stop < end && text[stop] !== ' ' && text[stop] !== ENRICHED) stop += 1;
  return [text.slice(start, stop), stop + 1, true];
}

/** The text of hexadecimal bytes; the value itself where it is none. */
export function decoded(value: string): string {
  if (value.length === 0 || value.length % 2 === 1 || !/^[0-9A-F]+$/i.test(value)) return value;
  const bytes = Uint8Array.from({ length: value.length / 2 }, (_, at) =>
    Number.parseInt(value.slice(2 * at, 2 * at + 2), 16),
  );
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, end));
  return text.replaceAll('\0', ' ');
}
