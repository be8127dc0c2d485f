import {
  bindQuery,
  CasebookError,
  DateTime,
  Frame,
  type LogProvider,
  type QueryDefinition,
  type QueryOptions,
  type Row,
} from '@casebook/core';

/** Rows by table; a name is matched as the house's queries do. Tables that are absent are missing. */
export type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** What a test may make the provider do before it answers. */
export type Hook = (name: string, options?: QueryOptions) => Promise<void> | void;

/** A query that was asked, by its full name, with its text. */
export interface Asked {
  readonly name: string;
  readonly kql: string;
}

/**
 * Answers the house's definitions from rows in memory, without an engine: it keeps the rows of the definition's table that
 * lie in the window and belong to the host, and fills the declared columns.
 */
export const memoryLogs = (tables: Tables, before: Hook = () => undefined) => {
  const asked: Asked[] = [];
  const answer = async <P, R extends Row>(
    definition: QueryDefinition<P, R>,
    parameters: P,
    options?: QueryOptions,
  ): Promise<Frame<R>> => {
    const name = `${definition.family}.${definition.name}`;
    const kql = bindQuery(definition, parameters, { timeSpan: options?.timeSpan });
    asked.push({ name, kql });
    await before(name, options);
    if (options?.signal?.aborted) throw new CasebookError('QueryAborted', 'aborted query');
    const given = parameters as Readonly<Record<string, unknown>>;
    const table = typeof given['table'] === 'string' ? given['table'] : (definition.tables[0] as string);
    const rows = tables[table]?.filter((row) => inSpan(row, options));
    const source = { kql, clock: logs.clock.now(), provider: 'memory', milliseconds: 1 };
    const notices =
      rows === undefined
        ? [{ code: 'missingTable' as const, message: `${table} has no data here.`, table, partial: false }]
        : [];
    return Frame.fromRows<R>(definition.columns, pick(name, given, rows ?? []), { source, notices });
  };
  const logs: LogProvider = {
    name: 'memory',
    clock: { now: () => DateTime.parse('2026-10-06T00:00:00Z'), origin: 'as given' },
    query: () => Promise.reject(new Error('not in memory')),
    run: answer,
    tables: async () => [],
  };
  return { logs, asked };
};

type Given = Readonly<Record<string, unknown>>;

const text = (row: Given, column: string): string => String(row[column] ?? '').toLowerCase();

const inSpan = (row: Given, options?: QueryOptions): boolean => {
  const time = DateTime.parse(String(row['TimeGenerated']));
  return !options?.timeSpan || (time >= options.timeSpan.start && time < options.timeSpan.end);
};

const PICKS: Readonly<Record<string, (row: Given) => boolean>> = {
  'WindowsSecurity.list_host_processes': (row) => row['EventID'] === 4688,
  'WindowsSecurity.account_change_events': (row) => row['EventID'] === 4720,
  'WindowsSecurity.schdld_tasks_and_services': (row) => row['EventID'] === 4698,
  'WindowsSecurity.notable_events': (row) => row['EventID'] === 1102,
  'LinuxSyslog.cron_activity': (row) => row['Facility'] === 'cron',
  'LinuxSyslog.notable_events': (row) => row['SeverityLevel'] === 'crit',
  'LinuxSyslog.sysmon_process_events': (row) => row['ProcessName'] === 'sysmon',
  'LinuxSyslog.user_group_activity': (row) => row['ProcessName'] === 'useradd',
};

const pick = (name: string, given: Given, rows: readonly Given[]): readonly Given[] => {
  if (name.startsWith('Casebook.count')) return [counts(given, rows)];
  if (name.endsWith('list_hosts_named')) return hosts(String(given['host_name']).toLowerCase(), rows);
  const wanted = String(given['host_name'] ?? given['entity_id']).toLowerCase();
  const others = ((given['other_names'] ?? []) as string[]).map((other) => other.toLowerCase());
  const mine = rows.filter((row) =>
    'Computer' in row
      ? [wanted, ...others].includes(text(row, 'Computer'))
      : JSON.stringify(row).toLowerCase().includes(wanted),
  );
  if (name.endsWith('summarize_events')) return summary(mine);
  return mine.filter(PICKS[name] ?? (() => true));
};

const counts = (given: Given, rows: readonly Given[]): Given => {
  const names = ((given['host_names'] ?? []) as string[]).map((each) => each.toLowerCase());
  return {
    RowsInSpan: rows.length,
    RowsOfHost: rows.filter((row) => names.includes(text(row, 'Computer'))).length,
  };
};

const hosts = (wanted: string, rows: readonly Given[]): readonly Given[] => {
  const names = new Map<string, Given[]>();
  for (const row of rows) {
    const computer = text(row, 'Computer');
    if (computer !== wanted && !computer.startsWith(`${wanted}.`)) continue;
    names.set(String(row['Computer']), [...(names.get(String(row['Computer'])) ?? []), row]);
  }
  return [...names].map(([Computer, of]) => ({
    Computer,
    Rows: of.length,
    FirstSeen: of[0]?.['TimeGenerated'],
    LastSeen: of.at(-1)?.['TimeGenerated'],
  }));
};

const summary = (rows: readonly Given[]): readonly Given[] => {
  const ids = [...new Set(rows.map((row) => row['EventID'] ?? row['ProcessName']))];
  return ids.map((id) => ({
    EventID: typeof id === 'number' ? id : null,
    ProcessName: id,
    count_: rows.filter((row) => (row['EventID'] ?? row['ProcessName']) === id).length,
  }));
};
