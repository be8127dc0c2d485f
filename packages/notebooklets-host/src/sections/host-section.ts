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

/** Says where the name was seen; a name that may mean several hosts lists them and chooses none. */
export const hostSection = (
  resolution: Resolution,
  milliseconds: number,
  notices: readonly Notice[] = [],
): Section<SeenHostRow> => {
  const { names, candidates, seen, answers } = resolution;
  const query = answers.flatMap(({ frame }) => frame?.source?.kql ?? []).join('\n\n') || undefined;
  const rows = seen.map(({ table, row }) => ({ Table: table, ...row }));
  const common = {
    title: TITLE,
    query,
    milliseconds,
    frame: Frame.fromRows<SeenHostRow>(COLUMNS, rows, { notices }),
  };
  if (candidates.length)
    return makeSection('ok', {
      ...common,
      reason: `${JSON.stringify(names.asked)} may mean ${candidates.length} hosts: ${candidates.join(', ')}.`,
      facts: { Asked: names.asked, Candidates: candidates },
    });
  if (seen.length) return makeSection('ok', { ...common, facts: { Asked: names.asked, Names: names.all } });
  return withoutTrace(resolution, common);
};

const withoutTrace = (
  { names, answers }: Resolution,
  common: {
    readonly title: string;
    readonly query?: string;
    readonly milliseconds: number;
    readonly frame: Frame<SeenHostRow>;
  },
): Section<SeenHostRow> => {
  const facts = { Asked: names.asked };
  const failed = answers.filter(({ error }) => error !== undefined);
  const missing = answers.filter(({ frame }) => frame?.notices.some(({ code }) => code === 'missingTable'));
  const searched = answers.filter((answer) => !failed.includes(answer) && !missing.includes(answer));
  const trouble = failed.map(({ table, error }) => `${table}: ${messageOf(error)}`).join(' ');
  if (!searched.length && failed.length) return makeSection('failed', { ...common, facts, reason: trouble });
  if (!searched.length)
    return makeSection('unavailable', {
      ...common,
      facts,
      reason: `None of the tables that name hosts has data: ${missing.map(({ table }) => table).join(', ')}.`,
    });
  const where = searched.map(({ table }) => table).join(', ');
  return makeSection('empty', {
    ...common,
    facts,
    reason: `No row of ${where} in the window is of ${names.asked}; the name is used as it was given.${trouble ? ` Not searched: ${trouble}` : ''}`,
  });
};
