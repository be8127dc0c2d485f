import { CasebookError, type KqlType } from '@casebook/core';
import type { CachedRows, Converter } from '../convert/converter';
import type { Inspection } from '../convert/inspection';
import type { Issue } from '../convert/issue';
import { leftOutKeys } from '../convert/windows-events';
import type { AssignedFile } from '../source/assign-tables';
import { cachedPart, unreadableIssues, type ReadFile } from './cached-part';
import type { LookedAt } from './look-at-file';

/** Reads a CSV or JSON file as rows of its table. */
export const readText = async (
  converter: Converter,
  { assigned, inspection }: LookedAt & { kind: 'text' },
  types: ReadonlyMap<string, KqlType>,
): Promise<ReadFile> => {
  const rows = await converter.rows(assigned, inspection, types);
  refuseUnreadableConstants(rows, assigned, inspection);
  const lost = [
    ...unreadableIssues(rows, assigned.table, assigned.file.name),
    ...missingRows(rows, assigned, inspection),
  ];
  return { part: cachedPart(rows), issues: [...inspection.issues, ...lost] };
};

/** Tells when the engine read another number of rows than were counted in the text: then its reader and ours disagree. */
const missingRows = (
  { rows }: CachedRows,
  { table, file }: AssignedFile,
  { records }: Inspection,
): Issue[] =>
  records === undefined || records === rows
    ? []
    : [
        {
          kind: 'lost row',
          table,
          file: file.name,
          count: Math.abs(records - rows),
          example: `${records} rows in the text, ${rows} read`,
        },
      ];

const refuseUnreadableConstants = (
  rows: CachedRows,
  { constants, table }: AssignedFile,
  { columns }: Inspection,
): void => {
  const present = new Set(columns.map(({ name }) => name));
  const wrong = rows.unreadable.find(({ column }) => constants.has(column) && !present.has(column));
  if (wrong)
    throw new CasebookError(
      'InvalidConfiguration',
      `constant of the wrong type: ${wrong.column} of ${table}`,
      {
        help: `${JSON.stringify(constants.get(wrong.column))} is no value of that column.`,
      },
    );
};

/** Reads recorded Windows events as rows of one of their tables. */
export const readEvents = async (
  converter: Converter,
  { assigned, inspection, table }: LookedAt & { kind: 'events' },
): Promise<ReadFile> => {
  const rows = await converter.events(assigned, inspection, table);
  const file = assigned.file.name;
  const left = leftOutKeys(inspection.columns.map(({ source }) => String(source)));
  const issues: Issue[] = [...unreadableIssues(rows, table, file)];
  if (rows.ownTime > 0)
    issues.push({
      kind: 'time from EventTime',
      table,
      file,
      count: rows.ownTime,
      example: 'no readable @timestamp',
    });
  if (table === 'SecurityEvent') return { part: cachedPart(rows), issues };
  const dropped = { kind: 'left out field', table, file, count: left.length, example: left.join(', ') };
  const rejected = inspection.issues.map((issue) => ({ ...issue, table }));
  return { part: cachedPart(rows), issues: [...rejected, ...issues, ...(left.length > 0 ? [dropped] : [])] };
};
