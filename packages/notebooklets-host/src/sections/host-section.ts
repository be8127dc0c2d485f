import { Frame, type ColumnInfo, type DateTime, type Notice, type Section } from '@casebook/core';
import { messageOf } from '../run/list-section';
import { makeSection } from '../run/section';
import type { Resolution } from '../resolve/resolve-host';

/** A name of the host, or of a candidate, as one table holds it. */
export type SeenHostRow = {
  readonly Table: string;
  readonly Computer: string;
  readonly Rows: number | bigint | null;
  readonly FirstSeen: DateTime | null;
  readonly LastSeen: DateTime | null;
};

const COLUMNS: readonly ColumnInfo[] = [
  { name: 'Table', type: 'string' },
  { name: 'Computer', type: 'string' },
  { name: 'Rows', type: 'long' },
  { name: 'FirstSeen', type: 'datetime' },
  { name: 'LastSeen', type: 'datetime' },
];

const TITLE = 'Host';

/** What of a host section is not in the resolution. */
export interface HostSectionParts {
  /** Where the host is known outside the window, as a sentence; empty where it is not. */
  readonly elsewhere: string;
  readonly milliseconds: number;
  readonly notices: readonly Notice[];
}

/** Says where the name was seen; a name that may mean several hosts lists them and chooses none. */
export const hostSection = (resolution: Resolution, parts: HostSectionParts): Section<SeenHostRow> => {
  const { names, candidates, seen, answers } = resolution;
  const query = answers.flatMap(({ frame }) => frame?.source?.kql ?? []).join('\n\n') || undefined;
  const rows = seen.map(({ table, row }) => ({ Table: table, ...row }));
  const frame = Frame.fromRows<SeenHostRow>(COLUMNS, rows, { notices: parts.notices });
  const common = { title: TITLE, query, milliseconds: parts.milliseconds, frame };
  if (candidates.length)
    return makeSection('ok', {
      ...common,
      reason: `${JSON.stringify(names.asked)} may mean ${candidates.length} hosts: ${candidates.join(', ')}.`,
      facts: { Asked: names.asked, Candidates: candidates },
    });
  if (seen.length) return makeSection('ok', { ...common, facts: { Asked: names.asked, Names: names.all } });
  const { status, reason } = withoutTrace(resolution, parts.elsewhere);
  return makeSection(status, { ...common, facts: { Asked: names.asked }, reason });
};

const withoutTrace = (
  { names, answers }: Resolution,
  elsewhere: string,
): Required<Pick<Section, 'status' | 'reason'>> => {
  const failed = answers.filter(({ error }) => error !== undefined);
  const missing = answers.filter(({ frame }) => frame?.notices.some(({ code }) => code === 'missingTable'));
  const searched = answers.filter((answer) => !failed.includes(answer) && !missing.includes(answer));
  const trouble = failed.map(({ table, error }) => `${table}: ${messageOf(error)}`).join(' ');
  if (!searched.length && failed.length) return { status: 'failed', reason: trouble };
  const list = (some: typeof answers): string => some.map(({ table }) => table).join(', ');
  if (!searched.length)
    return {
      status: 'unavailable',
      reason: `None of the tables that name hosts has data: ${list(missing)}.`,
    };
  const reason = [
    `No row of ${list(searched)} in the window is of ${names.asked}; the name is used as it was given.`,
    elsewhere,
    trouble && `Not searched: ${trouble}`,
  ];
  return { status: 'empty', reason: reason.filter(Boolean).join(' ') };
};
