import type { Frame } from '@casebook/core';
import { queries, type WindowsSecurityListHostsNamedRow } from '@casebook/queries';
import { ask, type Asker } from '../run/host-run';
import { distinctNames, namesAgree, sameName, shortName, type HostNames } from './host-names';

/** A name that a table knows. */
export type NamedHostRow = WindowsSecurityListHostsNamedRow;

/** What the logs say about a name. */
export interface Resolution {
  readonly names: HostNames;
  /** The full names that the asked one may mean, where it may mean several hosts; else empty. */
  readonly candidates: readonly string[];
  /** What was seen, by table; only names that may be meant. */
  readonly seen: readonly { readonly table: string; readonly row: NamedHostRow }[];
  /** What each table answered, also where that was an error. */
  readonly answers: readonly Answer[];
}

/** What one table answered: a frame, or the error. */
export interface Answer {
  readonly table: string;
  readonly frame?: Frame<NamedHostRow>;
  readonly error?: unknown;
}

const LOOKUPS = [queries.WindowsSecurity, queries.LinuxSyslog, queries.Heartbeat].map(
  ({ list_hosts_named }) => list_hosts_named,
);

/**
 * Finds the names that SecurityEvent, Syslog and Heartbeat hold for a host. A name without domain may mean several hosts:
 * then they are candidates and none is chosen. A full name also means the bare one, unless another full name has the same start.
 */
export const resolveHost = async (run: Asker, asked: string): Promise<Resolution> => {
  const parameters = { host_name: shortName(asked) };
  const answers = await Promise.all(
    LOOKUPS.map(async (definition): Promise<Answer> => {
      const table = definition.tables[0] as string;
      try {
        return { table, frame: await ask(run, definition, parameters) };
      } catch (error) {
        if (run.context.signal?.aborted) throw error;
        return { table, error };
      }
    }),
  );
  return decide(asked, answers);
};

const decide = (asked: string, answers: readonly Answer[]): Resolution => {
  const found = answers.flatMap(({ table, frame }) => (frame?.rows() ?? []).map((row) => ({ table, row })));
  const full = distinctNames(found.map(({ row }) => row.Computer)).filter(
    (name, _, all) => !all.some((other) => isLonger(other, name)),
  );
  const meant = full.filter((name) => namesAgree(name, asked));
  const shared = full.length > 1 && meant.length === 1;
  const seen = found.filter(({ row: { Computer } }) =>
    shared ? sameName(Computer, meant[0] as string) : namesAgree(Computer, asked),
  );
  const names = distinctNames(seen.map(({ row }) => row.Computer)).sort((a, b) => b.length - a.length);
  const byTable = new Map<string, readonly string[]>();
  for (const { table } of seen)
    byTable.set(
      table,
      distinctNames(seen.filter((item) => item.table === table).map(({ row }) => row.Computer)),
    );
  return {
    names: { asked, all: names.length ? names : [asked], byTable, shared },
    candidates: meant.length > 1 ? meant : [],
    seen,
    answers,
  };
};

const isLonger = (long: string, short: string): boolean =>
  long.length > short.length && namesAgree(long, short);
