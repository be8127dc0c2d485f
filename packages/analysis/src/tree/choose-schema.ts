import { CasebookError, type Frame } from '@casebook/core';
import { PROCESS_SCHEMAS, type ProcessSchema } from './process-schema';

/** The roles of a schema that name columns. */
export type Role = Exclude<keyof ProcessSchema, 'name' | 'filter'>;

/** A schema in terms of one frame: the column of each role that the frame has. */
export type ChosenColumns = { readonly [role in Role]?: string };

const REQUIRED: readonly Role[] = ['time', 'processId', 'processName', 'parentId'];

const ROLES: readonly Role[] = [
  ...REQUIRED,
  'parentName',
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
 * The schema that fits a frame: of those whose time, process and parent columns are there the one with most columns, the
 * first of equals; a schema or the name of one decides by itself. None is an `UnknownColumn` error that says what the nearest one lacks.
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
  const [best] = [...fitting].sort((a, b) => Object.keys(b.columns).length - Object.keys(a.columns).length);
  if (best) return best as ChosenSchema;
  const [nearest] = [...candidates].sort((a, b) => lacking(a.columns).length - lacking(b.columns).length);
  if (!nearest) throw new CasebookError('InvalidParameter', 'no process schema given');
  const missing = lacking(nearest.columns).map((role) => `${role} (${nearest.schema[role]?.join(' or ')})`);
  throw new CasebookError(
    'UnknownColumn',
    `no process columns: ${nearest.schema.name} lacks ${missing.join(', ')}`,
    {
      help: `Columns: ${frame.columns.map(({ name }) => name).join(', ')}. Give a schema that names yours.`,
    },
  );
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
