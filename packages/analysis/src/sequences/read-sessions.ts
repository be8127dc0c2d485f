import { CasebookError, type Cell, type Frame, type Json } from '@casebook/core';
import { requireColumn } from '../columns/require-column';

/** A command of a session with its parameters; a value stands by its key, nothing where it has none. */
export interface Command {
  readonly name: string;
  readonly params: ReadonlyMap<string, string | undefined>;
}

/** What the commands of all sessions are made of. */
export type SessionKind = 'names' | 'params' | 'values';

/** The sessions of a column. */
export interface Sessions {
  readonly kind: SessionKind;
  readonly rows: readonly (readonly Command[])[];
  /** The sessions as they stand in the frame. */
  readonly cells: readonly (readonly Json[])[];
}

const NO_PARAMS: ReadonlyMap<string, string | undefined> = new Map();

/**
 * Reads the sessions of a dynamic column: lists of names, or of `{ name, params }` whose params are a list of names or an
 * object of values. A null is an empty session. Anything else, and a mixture, is an `InvalidValue` error with its row.
 */
export function readSessions(frame: Frame, column: string): Sessions {
  requireColumn(frame, column, ['dynamic']);
  const cells = frame.values(column).map((cell, row) => listOf(cell, row));
  const kinds = new Set(cells.flatMap((commands, row) => commands.map((command) => kindOf(command, row))));
  kinds.delete('bare');
  if (kinds.size > 1)
    throw new CasebookError('InvalidValue', `mixed sessions in ${column}: ${[...kinds].join(', ')}`, {
      help: 'Give every command in one form.',
    });
  const [kind = 'names'] = kinds as Set<SessionKind>;
  return { kind, cells, rows: cells.map((commands) => commands.map(commandOf)) };
}

function listOf(cell: Cell, row: number): readonly Json[] {
  if (cell === null) return [];
  if (Array.isArray(cell)) return cell as readonly Json[];
  throw unreadable(cell as Json, row);
}

const unreadable = (command: Json, row: number): CasebookError =>
  new CasebookError(
    'InvalidValue',
    `unreadable session in row ${row}: ${JSON.stringify(command).slice(0, 80)}`,
    {
      help: 'A session is a list of strings or of { name, params }.',
    },
  );

function kindOf(command: Json, row: number): SessionKind | 'bare' {
  if (typeof command === 'string') return 'names';
  if (command === null || typeof command !== 'object' || Array.isArray(command))
    throw unreadable(command, row);
  const { name, params } = command as { readonly name?: Json; readonly params?: Json };
  if (typeof name !== 'string') throw unreadable(command, row);
  if (params === undefined || params === null) return 'bare';
  if (typeof params !== 'object') throw unreadable(command, row);
  return Array.isArray(params) ? 'params' : 'values';
}

function commandOf(command: Json): Command {
  if (typeof command === 'string') return { name: command, params: NO_PARAMS };
  const { name, params } = command as { readonly name: string; readonly params?: Json };
  if (Array.isArray(params))
    return { name, params: new Map(params.map((param) => [String(param), undefined])) };
  return {
    name,
    params: new Map(
      Object.entries((params ?? {}) as object).map(([param, value]) => [param, valueKey(value as Json)]),
    ),
  };
}

/** The key of a value; what counts for nothing (null, empty, zero, false) has none, as in the original. */
const valueKey = (value: Json): string | undefined => {
  if (!value) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
