import { DateTime, Frame, UNIX_EPOCH_TICKS, type Cell, type KqlType } from '@casebook/core';
import { columnTexts } from '../columns/column-texts';
import { firstColumn, requireOneOf } from '../columns/first-column';
import { made } from '../columns/with-columns';
import { withLeftOut } from '../columns/with-left-out';
import { auditEvent, auditNumber, type AuditEvent } from './audit-event';
import { auditFields, auditRecord, type AuditRecord } from './audit-record';

/** What `auditdEvents` is told. */
export interface AuditdEventsOptions {
  /** The column of the records; default the first of `AuditdMessage`, `RawData`, `SyslogMessage`, `Message`. */
  readonly column?: string;
  /** Only events of this type, such as `SYSCALL_EXECVE`. */
  readonly eventType?: string;
}

interface Found {
  readonly id: string;
  readonly host: string;
  readonly records: AuditRecord[];
}

const HOSTS = ['Computer', 'HostName', 'Hostname'];
const NUMBERS = ['pid', 'ppid', 'auid', 'uid', 'gid', 'euid', 'egid', 'ses'] as const;
const TEXTS = ['tty', 'comm', 'exe', 'cwd', 'syscall', 'success', 'key'] as const;
const USER_TEXTS = ['op', 'cmd', 'hostname', 'addr', 'terminal', 'res'] as const;

/**
 * Joins the records of the Linux audit log into events, one row an event id and host, in order of first appearance. Input: one
 * record a row as text (`type=EXECVE msg=audit(…): …`), or the records of an event as a dynamic list of `{ TYPE: ['key=value', …] }` with
 * its id in `mssg_id` (AUOMS). Output: `TimeGenerated` (datetime, of the event id), `EventId`, `Computer`, `EventType`
 * (`SYSCALL_EXECVE` where both are there, else the type of the first record), `pid`, `ppid`, `auid`, `uid`, `gid`, `euid`,
 * `egid`, `ses` (long, -1 for unset), `acct` (the account that the event names, else the number of the login or real user), `tty`, `comm`,
 * `exe`, `cwd`, `syscall`, `success`, `key`, `cmdline` (the arguments, parted by spaces), `argv`, `paths` (dynamic),
 * `proctitle`, `op`, `cmd`, `hostname`, `addr`, `terminal`, `res`, `RecordTypes` (dynamic). `buildProcessTree` reads it.
 *
 * Rows that are no audit records are counted in a notice, as are commands whose arguments were cut. O(size of the text).
 * Errors: `UnknownColumn`. Source: MSTICPy's auditdextract, which joins by time alone, so that events of one millisecond
 * run together, and decodes the first four arguments only.
 */
export function auditdEvents(frame: Frame, options: AuditdEventsOptions = {}): Frame {
  const names = ['AuditdMessage', 'RawData', 'SyslogMessage', 'Message'];
  const column = requireOneOf(
    frame,
    options.column === undefined ? names : [options.column],
    'audit records',
  );
  const { found, bad } = collected(frame, column);
  const all = [...found.values()].map((one) => ({ ...one, event: auditEvent(one.records) }));
  const kept = all.filter(({ event }) => options.eventType === undefined || event.type === options.eventType);
  const cut = kept.filter(({ event }) => event.cut).length;
  const notices = [
    ...frame.notices,
    ...(cut === 0
      ? []
      : [
          {
            code: 'information' as const,
            message: `Commands with arguments that are not there: ${cut}.`,
            partial: true,
          },
        ]),
  ];
  return withLeftOut(eventFrame(kept).with({ notices }), bad, 'is no audit record');
}

function collected(
  frame: Frame,
  column: string,
): { readonly found: Map<string, Found>; readonly bad: number } {
  const hosts = columnTexts(frame, firstColumn(frame, HOSTS));
  const ids = columnTexts(frame, firstColumn(frame, ['mssg_id', 'MessageId']));
  const found = new Map<string, Found>();
  let bad = 0;
  frame.values(column).forEach((cell, row) => {
    const records = recordsIn(cell, ids[row] as string);
    if (records.length === 0) bad += 1;
    for (const record of records) {
      const host = hosts[row] || record.node;
      const key = `${host}\n${record.id}`;
      const one = found.get(key) ?? { id: record.id, host, records: [] };
      found.set(key, one);
      one.records.push(record);
    }
  });
  return { found, bad };
}

function recordsIn(cell: Cell, id: string): readonly AuditRecord[] {
  if (typeof cell === 'string') {
    const record = auditRecord(cell);
    return record ? [record] : [];
  }
  if (!Array.isArray(cell) || !/^\d{1,12}\.\d{1,9}(?::\d{1,20})?$/.test(id)) return [];
  return (cell as readonly unknown[]).flatMap((entry) =>
    typeof entry !== 'object' || entry === null
      ? []
      : Object.entries(entry).map(([type, pairs]) => ({
          type,
          id,
          node: '',
          fields: auditFields(type, Array.isArray(pairs) ? pairs.join(' ') : String(pairs)),
        })),
  );
}

type Made = Found & { readonly event: AuditEvent };

function eventFrame(events: readonly Made[]): Frame {
  const text = (name: string): readonly [string, KqlType, (one: Made) => unknown] => [
    name,
    'string',
    ({ event }) => event.field(name),
  ];
  const columns: readonly (readonly [string, KqlType, (one: Made) => unknown])[] = [
    ['TimeGenerated', 'datetime', ({ id }) => timeOf(id)],
    ['EventId', 'string', ({ id }) => id],
    ['Computer', 'string', ({ host }) => host],
    ['EventType', 'string', ({ event }) => event.type],
    ...NUMBERS.map((name) => [name, 'long', ({ event }: Made) => auditNumber(event.field(name))] as const),
    ['acct', 'string', ({ event }) => accountOf(event)],
    ...TEXTS.map(text),
    ['cmdline', 'string', ({ event }) => event.argv.join(' ')],
    ['argv', 'dynamic', ({ event }) => event.argv],
    ['paths', 'dynamic', ({ event }) => event.paths],
    text('proctitle'),
    ...USER_TEXTS.map(text),
    ['RecordTypes', 'dynamic', ({ event }) => event.types],
  ];
  return new Frame(columns.map(([name, type, cell]) => made(name, type, events.map(cell))));
}

function accountOf({ field }: AuditEvent): string {
  const named = field('acct') || field('AUID');
  if (named !== '' && named !== 'unset') return named;
  const login = auditNumber(field('auid'));
  return login !== null && login >= 0 ? String(login) : field('uid');
}

function timeOf(id: string): DateTime {
  const [seconds = '0', fraction = ''] = (id.split(':')[0] as string).split('.');
  return new DateTime(
    UNIX_EPOCH_TICKS + BigInt(seconds) * 10_000_000n + BigInt(fraction.slice(0, 7).padEnd(7, '0')),
  );
}
