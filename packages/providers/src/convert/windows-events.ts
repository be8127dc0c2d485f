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

/** SQL over the rows of a file with the given keys. */
interface Cells {
  readonly text: (key: string) => string;
  readonly json: (key: string) => string;
  readonly has: (key: string) => boolean;
  /** The keys of the event's own data. */
  readonly data: readonly string[];
}

const cellsOf = (keys: readonly string[]): Cells => {
  const place = new Map(keys.map((key, index) => [key, index + 1]));
  const cell = (list: string) => (key: string) =>
    place.has(key) ? `${list}[${place.get(key)}]` : 'CAST(NULL AS VARCHAR)';
  return {
    text: cell('s'),
    json: cell('d'),
    has: (key) => place.has(key),
    data: keys.filter((key) => !COLLECTOR.has(key) && !HEADER.has(key)),
  };
};

const filled = (text: string): string => `nullif(nullif(trim(${text}), ''), '-')`;

const accountOf = ({ text }: Cells, who: 'Subject' | 'Target'): string =>
  `concat_ws('\\', ${filled(text(`${who}DomainName`))}, ${filled(text(`${who}UserName`))})`;

const chosen = ({ text }: Cells, part: (who: 'Subject' | 'Target') => string): string =>
  `CASE WHEN text_int(${text('EventID')}) IN (${BEARER_OF_TARGET}) OR ${filled(text('SubjectUserName'))} IS NULL
    THEN ${part('Target')} ELSE ${part('Subject')} END`;

/** The moment of an event: what the collector's clock said in UTC, else the machine's own time. */
export const eventTimeSql = (keys: readonly string[]): { sql: string; fallback: string } => {
  const { text } = cellsOf(keys);
  const utc = `text_datetime(trim(${text('@timestamp')}))`;
  const own = `text_datetime(trim(${text('EventTime')}))`;
  return { sql: `coalesce(${utc}, ${own})`, fallback: `${utc} IS NULL AND ${own} IS NOT NULL` };
};

const xmlEscape = (text: string): string =>
  `replace(replace(replace(replace(${text}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;')`;

const listOfNames = (names: readonly string[]): string => `[${names.map(sqlText).join(', ')}]`;

/** The event's own data as the XML that Sentinel keeps as text. */
const dataXml = ({ text, data }: Cells): string =>
  data.length === 0
    ? "''"
    : `'<EventData xmlns="http://schemas.microsoft.com/win/2004/08/events/event">' ||
       array_to_string(list_transform(list_filter(list_zip(${listOfNames(data)}, [${data.map(text).join(', ')}]),
         lambda p: p[2] IS NOT NULL), lambda p: '<Data Name="' || ${xmlEscape('p[1]')} || '">' || ${xmlEscape('p[2]')} || '</Data>'), '') ||
       '</EventData>'`;

/** The event's own data as a property bag. */
const dataBag = ({ json, data }: Cells): string =>
  data.length === 0
    ? "'{}'"
    : `'{' || array_to_string(list_transform(list_filter(list_zip(${listOfNames(data)}, [${data
        .map((key) => `CAST(${json(key)} AS VARCHAR)`)
        .join(', ')}]), lambda p: p[2] IS NOT NULL AND p[2] <> 'null'),
        lambda p: CAST(to_json(p[1]) AS VARCHAR) || ':' || p[2]), ',') || '}'`;

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
  EventData: dataBag(cells),
});

/** The columns of a recorded event in one of its tables; those that the event says nothing about are left out. */
export const eventColumns = (keys: readonly string[], table: EventTable): TargetColumn[] => {
  const cells = cellsOf(keys);
  const special = table === 'SecurityEvent' ? ofSecurity(cells) : ofOthers(cells);
  const published = knownTable(table)?.columns ?? [];
  const own = new Set(table === 'SecurityEvent' ? cells.data : []);
  const columns = [...published, { name: 'Message', type: 'string' as KqlType }];
  return columns.flatMap(({ name, type }): TargetColumn[] => {
    if (name === 'TimeGenerated') return [{ name, type, sql: eventTimeSql(keys).sql, from: 'value' }];
    const sql = Object.hasOwn(special, name) ? special[name] : own.has(name) ? cells.text(name) : undefined;
    return sql === undefined ? [] : [{ name, type, sql, from: 'text' }];
  });
};

/** SQL that tells whether a recorded event belongs to a table. */
export const belongsTo = (keys: readonly string[], table: EventTable): string => {
  const { text } = cellsOf(keys);
  return `${text('Channel')} IS ${table === 'SecurityEvent' ? 'NOT DISTINCT' : 'DISTINCT'} FROM 'Security'`;
};

/** The keys that no column of either table takes up. */
export const leftOutKeys = (keys: readonly string[]): string[] =>
  keys.filter(
    (key) =>
      (COLLECTOR.has(key) && key !== 'OpcodeValue') ||
      ['Category', 'EventType', 'ProviderGuid'].includes(key),
  );
