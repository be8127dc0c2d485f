import type { AuditRecord } from './audit-record';

/** The records of one audit event as one. */
export interface AuditEvent {
  readonly type: string;
  readonly types: readonly string[];
  /** The arguments of EXECVE in order. */
  readonly argv: readonly string[];
  /** Whether arguments that EXECVE counted are not there. */
  readonly cut: boolean;
  /** Names of the PATH records. */
  readonly paths: readonly string[];
  /** The first value that a record other than EXECVE and PATH gives a field. */
  readonly field: (name: string) => string;
}

/** Joins the records of one event. O(size of the records). */
export function auditEvent(records: readonly AuditRecord[]): AuditEvent {
  const types = [...new Set(records.map(({ type }) => type))];
  const fields = new Map<string, string>();
  for (const record of records)
    if (record.type !== 'EXECVE' && record.type !== 'PATH')
      for (const [name, value] of record.fields) if (!fields.has(name)) fields.set(name, value);
  const executed = records.filter(({ type }) => type === 'EXECVE');
  const argv = argumentsOf(executed);
  const argc = Number(executed[0]?.fields.get('argc') ?? 0);
  return {
    type: types.includes('SYSCALL') && types.includes('EXECVE') ? 'SYSCALL_EXECVE' : (types[0] ?? ''),
    types,
    argv,
    cut: argv.length < argc,
    paths: records.flatMap(({ type, fields: own }) => (type === 'PATH' ? [own.get('name') ?? ''] : [])),
    field: (name) => fields.get(name) ?? '',
  };
}

/** `a0`, `a1` … in order; a long one comes in pieces `a1[0]`, `a1[1]` …, whose decoded texts follow each other. */
function argumentsOf(executed: readonly AuditRecord[]): readonly string[] {
  const pieces: { readonly argument: number; readonly piece: number; readonly text: string }[] = [];
  for (const { fields } of executed)
    for (const [name, text] of fields) {
      const match = /^a(\d{1,7})(?:\[(\d{1,7})\])?$/.exec(name);
      if (match) pieces.push({ argument: Number(match[1]), piece: Number(match[2] ?? 0), text });
    }
  pieces.sort((a, b) => a.argument - b.argument || a.piece - b.piece);
  const joined = new Map<number, string[]>();
  for (const { argument, text } of pieces) {
    const parts = joined.get(argument) ?? [];
    joined.set(argument, parts);
    parts.push(text);
  }
  return [...joined.values()].map((parts) => parts.join(''));
}

/** A field as the kernel writes numbers, the unset 4294967295 as -1; null where it is no number. */
export function auditNumber(text: string): number | null {
  if (!/^-?\d{1,15}$/.test(text)) return null;
  return text === '4294967295' ? -1 : Number(text);
}
