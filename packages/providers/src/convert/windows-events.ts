import type { KqlType } from '@casebook/core';
import { knownTable } from '@casebook/kql';
import { sqlText } from '../engine/sql-text';
import type { TargetColumn } from './projection';

/** The tables that recorded Windows events become. */
export const EVENT_TABLES = ['SecurityEvent', 'WindowsEvent'] as const;

/** One of the tables that recorded Windows events become. */
export type EventTable = (typeof EVENT_TABLES)[number];

const REQUIRED = ['EventID', 'Channel', 'Hostname'];
const TIMES = ['@timestamp', 'EventTime'];

/** Whether rows with these keys are Windows events as NXLog records them (the shape of the OTRF data sets). */
export const isWindowsEvent = (keys: readonly string[]): boolean =>
  REQUIRED.every((key) => keys.includes(key)) &&
  TIMES.some((key) => keys.includes(key)) &&
  !keys.includes('TimeGenerated');

/** What the collector says about its own work. */
const COLLECTOR: ReadonlySet<string> = new Set(
  (
    '@version tags host port EventReceivedTime SourceModuleName SourceModuleType EventTypeOrignal ERROR_EVT_UNRESOLVED ' +
    'SeverityValue OpcodeValue'
  ).split(' '),
);

/** What the event's header says; the other keys are the event's own data. */
const HEADER: ReadonlySet<string> = new Set(
  (
    '@timestamp EventTime Hostname Channel EventID SourceName ProviderGuid Version Task Opcode Keywords RecordNumber ' +
    'ExecutionProcessID ThreadID ActivityID RelatedActivityID Severity EventType Category Message ' +
    'AccountName AccountType Domain UserID'
  ).split(' '),
);

const BEARER_OF_TARGET =
  '4624, 4625, 4626, 4627, 4634, 4647, 4649, 4675, 4768, 4769, 4770, 4771, 4772, 4773, 4776, 4777, 4778, 4779, 4800, 4801';

const LOGON_TYPES: readonly (readonly [number, string])[] = [
  [0, 'System'],
  [2, 'Interactive'],
  [3, 'Network'],
  [4, 'Batch'],
  [5, 'Service'],
  [7, 'Unlock'],
  [8, 'NetworkCleartext'],
  [9, 'NewCredentials'],
  [10, 'RemoteInteractive'],
  [11, 'CachedInteractive'],
  [12, 'CachedRemoteInteractive'],
  [13, 'CachedUnlock'],
];

const LEVELS: readonly (readonly [string, number, string])[] = [
  ['CRITICAL', 1, 'Critical'],
  ['ERROR', 2, 'Error'],
  ['WARNING', 3, 'Warning'],
  ['INFO', 4, 'Information'],
  ['DEBUG', 5, 'Verbose'],
];

/** SQL over the rows of a file of recorded events; remembers which keys it asked for. */
interface Cells {
  readonly text: (key: string) => string;
  /** The keys asked for, in the order of the lists that hold their values. */
  readonly asked: string[];
  /** The event's own data as JSON. */
  readonly data: string;
}

const dataSql = (): string => {
  const header = JSON.stringify(Object.fromEntries([...HEADER, ...COLLECTOR].map((key) => [key, null])));
  return `json_merge_patch(line, ${sqlText(header)})`;
};

const cellsOf = (keys: readonly string[]): Cells => {
  const present = new Set(keys);
  const asked: string[] = [];
  const place = (key: string): number => {
    if (!asked.includes(key)) asked.push(key);
    return asked.indexOf(key) + 1;
  };
  return {
    text: (key) => (present.has(key) ? `s[${place(key)}]` : 'CAST(NULL AS VARCHAR)'),
    asked,
    data: dataSql(),
  };
};

const filled = (text: string): string => `nullif(nullif(trim(${text}), ''), '-')`;

const accountOf = ({ text }: Cells, who: 'Subject' | 'Target'): string =>
  `concat_ws('\\', ${filled(text(`${who}DomainName`))}, ${filled(text(`${who}UserName`))})`;

const chosen = ({ text }: Cells, part: (who: 'Subject' | 'Target') => string): string =>
  `CASE WHEN text_int(${text('EventID')}) IN (${BEARER_OF_TARGET}) OR ${filled(text('SubjectUserName'))} IS NULL
    THEN ${part('Target')} ELSE ${part('Subject')} END`;

/** The moment of an event: what the collector's clock said in UTC, else the machine's own time. */
const eventTime = ({ text }: Cells): { sql: string; fallback: string } => {
  const utc = `text_datetime(trim(${text('@timestamp')}))`;
  const own = `text_datetime(trim(${text('EventTime')}))`;
  return { sql: `coalesce(${utc}, ${own})`, fallback: `${utc} IS NULL AND ${own} IS NOT NULL` };
};

const xmlEscape = (text: string): string =>
  `replace(replace(replace(replace(${text}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;')`;

/** The event's own data as the XML that Sentinel keeps as text. */
const dataXml = ({ data }: Cells): string =>
  `'<EventData xmlns="http://schemas.microsoft.com/win/2004/08/events/event">' ||
   array_to_string(list_transform(list_zip(json_keys(${data}), json_extract_string(${data}, '$.*')),
     lambda p: '<Data Name="' || ${xmlEscape('p[1]')} || '">' || ${xmlEscape("coalesce(p[2], '')")} || '</Data>'), '') || '</EventData>'`;

const hexadecimal = (text: string): string =>
  `CASE WHEN text_long(${text}) IS NULL THEN ${text} WHEN text_long(${text}) < 0
     THEN '0x' || lower(to_hex(CAST(text_long(${text}) AS HUGEINT) + 18446744073709551616)) ELSE '0x' || lower(to_hex(text_long(${text}))) END`;

const firstLine = (text: string): string =>
  `trim(split_part(replace(${text}, chr(13), chr(10)), chr(10), 1))`;

const activity = ({ text }: Cells): string =>
  `concat_ws(' - ', nullif(trim(${text('EventID')}), ''), nullif(${firstLine(text('Message'))}, ''))`;

const levelCase = (text: string, pick: 1 | 2): string =>
  `CASE upper(${text}) ${LEVELS.map((level) => `WHEN '${level[0]}' THEN '${String(level[pick])}'`).join(' ')} END`;

type Special = Readonly<Record<string, string>>;

const common = (cells: Cells, table: EventTable): Special => ({
  Computer: cells.text('Hostname'),
  Channel: cells.text('Channel'),
  EventID: cells.text('EventID'),
  EventRecordId: cells.text('RecordNumber'),
  Keywords: hexadecimal(cells.text('Keywords')),
  Opcode: cells.text('OpcodeValue'),
  SystemProcessId: cells.text('ExecutionProcessID'),
  SystemThreadId: cells.text('ThreadID'),
  SystemUserId: cells.text('UserID'),
  Correlation: cells.text('ActivityID'),
  Task: cells.text('Task'),
  Version: cells.text('Version'),
  Type: sqlText(table),
  Message: cells.text('Message'),
});

const ofSecurity = (cells: Cells): Special => {
  const { text } = cells;
  const name = chosen(cells, (who) => filled(text(`${who}UserName`)));
  const logon = LOGON_TYPES.map(([type, title]) => `WHEN ${type} THEN '${type} - ${title}'`).join(' ');
  const program = (path: string): string => `regexp_extract(${text(path)}, '[^\\\\/]*$')`;
  return {
    ...common(cells, 'SecurityEvent'),
    Activity: activity(cells),
    Account: chosen(cells, (who) => accountOf(cells, who)),
    AccountName: name,
    AccountDomain: chosen(cells, (who) => filled(text(`${who}DomainName`))),
    AccountType: `CASE WHEN ${name} IS NULL THEN '' WHEN ends_with(${name}, '$') THEN 'Machine' ELSE 'User' END`,
    SubjectAccount: accountOf(cells, 'Subject'),
    TargetAccount: accountOf(cells, 'Target'),
    EventSourceName: text('SourceName'),
    LogonTypeName: `CASE text_int(${text('LogonType')}) ${logon} END`,
    Process: `coalesce(nullif(${program('NewProcessName')}, ''), ${program('ProcessName')})`,
    EventData: dataXml(cells),
  };
};

const ofOthers = (cells: Cells): Special => ({
  ...common(cells, 'WindowsEvent'),
  Provider: cells.text('SourceName'),
  EventLevel: levelCase(cells.text('Severity'), 1),
  EventLevelName: levelCase(cells.text('Severity'), 2),
  EventData: `CAST(${cells.data} AS VARCHAR)`,
});

/** How recorded events become rows of one of their tables. */
export interface EventReading {
  readonly columns: readonly TargetColumn[];
  /** SQL that tells whether an event has no time but its machine's own. */
  readonly ownTime: string;
  /** SQL that tells whether an event belongs to the table. */
  readonly where: string;
  /** The keys whose values the SQL expects in `s`. */
  readonly keys: readonly string[];
}

/** How events with these keys are read; columns that they say nothing about are left out. */
export const eventReading = (keys: readonly string[], table: EventTable): EventReading => {
  const cells = cellsOf(keys);
  const special = table === 'SecurityEvent' ? ofSecurity(cells) : ofOthers(cells);
  const own = new Set(
    table === 'SecurityEvent' ? keys.filter((key) => !COLLECTOR.has(key) && !HEADER.has(key)) : [],
  );
  const time = eventTime(cells);
  const published = [...(knownTable(table)?.columns ?? []), { name: 'Message', type: 'string' as KqlType }];
  const columns = published.flatMap(({ name, type }): TargetColumn[] => {
    if (name === 'TimeGenerated') return [{ name, type, sql: time.sql, from: 'value' }];
    const sql = Object.hasOwn(special, name) ? special[name] : own.has(name) ? cells.text(name) : undefined;
    return sql === undefined ? [] : [{ name, type, sql, from: 'text' }];
  });
  const distinct = table === 'SecurityEvent' ? 'NOT DISTINCT' : 'DISTINCT';
  const where = `${cells.text('Channel')} IS ${distinct} FROM 'Security'`;
  return { columns, ownTime: time.fallback, where, keys: cells.asked };
};

/** The keys that no column of either table takes up. */
export const leftOutKeys = (keys: readonly string[]): string[] =>
  keys.filter(
    (key) =>
      (COLLECTOR.has(key) && key !== 'OpcodeValue') ||
      ['Category', 'EventType', 'ProviderGuid'].includes(key),
  );
