import { CasebookError, cellReader, type Cell, type Frame, type Json } from '@casebook/core';
import { requireColumn } from '../columns/require-column';
import { PAUSE_ROWS, type Steps } from '../run/steps';

/** A command of a session with its parameters; a value stands by its key, nothing where it has none. */
export interface Command {
  readonly name: string;
  readonly params: ReadonlyMap<string, string | undefined>;
}

/** What the commands of all sessions are made of; with values, a parameter of a list has none. */
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
 * object of values. A null is an empty session. Anything else, and strings beside objects with params, is an `InvalidValue` error
 * with its row. With `firstDecides` the values count only where the first command of all has them.
 */
export function* readSessions(frame: Frame, column: string, firstDecides: boolean): Steps<Sessions> {
  const read = cellReader(requireColumn(frame, column, ['dynamic']).data);
  const cells: (readonly Json[])[] = [];
  const rows: (readonly Command[])[] = [];
  const kinds = new Set<SessionKind | 'bare'>();
  let work = 0;
  for (let row = 0; row < frame.rowCount; row += 1) {
    const commands = listOf(read(row), row);
    for (const command of commands) kinds.add(kindOf(command, row));
    cells.push(commands);
    rows.push(commands.map(commandOf));
    work += commands.length + 1;
    if (work < PAUSE_ROWS) continue;
    work = 0;
    yield { message: 'reading sessions', done: row, total: frame.rowCount };
  }
  return { kind: kindAmong(kinds, column, firstDecides), cells, rows };
}

function kindAmong(
  kinds: ReadonlySet<SessionKind | 'bare'>,
  column: string,
  firstDecides: boolean,
): SessionKind {
  const told = [...kinds].filter((kind): kind is SessionKind => kind !== 'bare');
  if (told.length > 1 && told.includes('names'))
    throw new CasebookError('InvalidValue', `mixed sessions in ${column}: ${told.join(', ')}`, {
      help: 'Give every command in one form.',
    });
  const [first = 'names'] = told;
  return told.includes('values') && !firstDecides ? 'values' : first;
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

/** The key of a value; what counts for nothing (null, empty, zero, false) has none, and true is 1, as in the original. */
const valueKey = (value: Json): string | undefined => {
  if (!value) return undefined;
  return JSON.stringify(value === true ? 1 : value);
};
