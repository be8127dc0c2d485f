import { CasebookError, cellReader, type Frame } from '@casebook/core';
import { nearestName } from '../columns/nearest-name';
import { PROCESS_SCHEMAS, type ProcessSchema } from './process-schema';

/** The roles of a schema that name columns. */
export type Role = Exclude<keyof ProcessSchema, 'name' | 'filter'>;

/** A schema in terms of one frame: the column of each role that the frame has. */
export type ChosenColumns = { readonly [role in Role]?: string };

const REQUIRED: readonly Role[] = ['time', 'processId', 'processName', 'parentId'];

const ROLES: readonly Role[] = [
  ...REQUIRED,
  'parentName',
  'imagePath',
  'parentImagePath',
  'commandLine',
  'account',
  'host',
  'logonId',
  'targetLogonId',
  'parentTime',
  'parentCommandLine',
  'grandparentId',
  'grandparentName',
  'grandparentTime',
];

/** A schema and its columns in a frame. */
export interface ChosenSchema {
  readonly schema: ProcessSchema;
  readonly columns: ChosenColumns &
    Readonly<Record<'time' | 'processId' | 'processName' | 'parentId', string>>;
}

/**
 * The schema that fits a frame: of those whose time, process and parent columns are there one that takes rows for process starts,
 * of these the one with most columns, the first of equals; a schema or the name of one decides by itself. None is an
 * `UnknownColumn` error that says what the nearest one lacks, and which column is most like it.
 */
export function chooseSchema(
  frame: Frame,
  wanted: string | ProcessSchema | undefined,
  schemas: readonly ProcessSchema[] = PROCESS_SCHEMAS,
): ChosenSchema {
  const candidates = candidatesFor(wanted, schemas).map((schema) => ({
    schema,
    columns: columnsIn(frame, schema),
  }));
  const fitting = candidates.filter(({ columns }) => REQUIRED.every((role) => columns[role] !== undefined));
  const ranked = [...fitting].sort((a, b) => Object.keys(b.columns).length - Object.keys(a.columns).length);
  const best = ranked.find(({ schema }) => takesRows(frame, schema)) ?? ranked[0];
  if (best) return best as ChosenSchema;
  const [nearest] = [...candidates].sort((a, b) => lacking(a.columns).length - lacking(b.columns).length);
  if (!nearest) throw new CasebookError('InvalidParameter', 'no process schema given');
  throw unfit(frame, nearest.schema, lacking(nearest.columns));
}

function unfit(frame: Frame, schema: ProcessSchema, missing: readonly Role[]): CasebookError {
  const own = frame.columns.map(({ name }) => name);
  const near = missing.flatMap((role) => schema[role] ?? []).map((name) => nearestName(name, own));
  const hint = near.find((name) => name !== undefined);
  const told = missing.map((role) => `${role} (${schema[role]?.join(' or ')})`);
  return new CasebookError('UnknownColumn', `no process columns: ${schema.name} lacks ${told.join(', ')}`, {
    help: `${hint === undefined ? '' : `Did you mean ${hint}? `}Columns: ${own.join(', ')}. Give a schema that names yours.`,
  });
}

/** Tells whether a cell says that its row is a process start. */
export const isStart = ({ filter }: ProcessSchema): ((cell: unknown) => boolean) => {
  const kinds = new Set((filter?.equals ?? []).map(String));
  return (cell) => kinds.has(String(cell));
};

function takesRows(frame: Frame, schema: ProcessSchema): boolean {
  const column = frame.data.find(({ name }) => name === schema.filter?.column);
  if (!column) return true;
  const [read, starts] = [cellReader(column.data), isStart(schema)];
  for (let row = 0; row < frame.rowCount; row += 1) if (starts(read(row))) return true;
  return false;
}

function candidatesFor(
  wanted: string | ProcessSchema | undefined,
  schemas: readonly ProcessSchema[],
): readonly ProcessSchema[] {
  if (wanted === undefined) return schemas;
  if (typeof wanted !== 'string') return [wanted];
  const named = schemas.filter(({ name }) => name === wanted);
  if (named.length > 0) return named;
  throw new CasebookError('InvalidParameter', `unknown process schema: ${wanted}`, {
    help: `One of: ${schemas.map(({ name }) => name).join(', ')}.`,
  });
}

function columnsIn(frame: Frame, schema: ProcessSchema): ChosenColumns {
  const present = new Set(frame.columns.map(({ name }) => name));
  return Object.fromEntries(
    ROLES.flatMap((role) => {
      const found = schema[role]?.find((name) => present.has(name));
      return found === undefined ? [] : [[role, found] as const];
    }),
  );
}

const lacking = (columns: ChosenColumns): readonly Role[] =>
  REQUIRED.filter((role) => columns[role] === undefined);
