import {
  CasebookError,
  DateTime,
  Duration,
  encodeColumn,
  Frame,
  mergeNotices,
  type Column,
  type KqlType,
  type LongColumn,
  type Notice,
} from '@casebook/core';
import { requireColumn } from '../columns/require-column';
import { combinationCodes } from './combination-codes';
import { Sightings, type Sighting } from './sightings';

/** What `prevalence` is told. */
export interface PrevalenceOptions {
  /** The columns whose value, or combination of values, is looked up. */
  readonly valueColumns: readonly string[];
  /** The column that says on what it was seen: a machine, an account; default `Computer`. */
  readonly entityColumn?: string;
  /** The datetime column; default `TimeGenerated`. */
  readonly timeColumn?: string;
  /** How long a history must be before "never seen" says anything; default seven days. */
  readonly minHistory?: Duration | string;
  /** Whether texts that differ in case only are one, entities among them; default false. */
  readonly ignoreCase?: boolean;
}

const WEEK = '7d';

/**
 * How often the value of each row was seen before, by the rows of a history that are strictly earlier than it: adds `SeenBefore` (long, rows),
 * `FirstSeen` (datetime, null where never), `SeenBeforeHere` and `FirstSeenHere` (the same on the row's own entity), `EntitiesBefore` (long,
 * entities that had it), `ShareOfEntities` and `ShareOfRows` (real, 0 to 1, of all entities and rows of the history so far) and
 * `ColdStart` (bool: the history before the row is shorter than `minHistory`, so that little follows from a zero).
 *
 * The history may hold the rows themselves: a row is never earlier than itself. A null is a value, and an entity, of its own. A row without a time
 * has nulls and a cold start; a history without any row gives null shares. Notices say how many rows start cold, and how many of the history have
 * no time and are left out. Both frames need all columns, of equal types.
 *
 * Errors: `UnknownColumn`, `TypeMismatch`, `InvalidParameter`. O(n log n) over both frames. Source: stack counting (least frequency of occurrence).
 */
export function prevalence(rows: Frame, history: Frame, options: PrevalenceOptions): Frame {
  const {
    valueColumns,
    entityColumn = 'Computer',
    timeColumn = 'TimeGenerated',
    ignoreCase = false,
  } = options;
  if (valueColumns.length === 0)
    throw new CasebookError('InvalidParameter', 'missing columns to look up', {
      help: 'Name the columns of the value in valueColumns.',
    });
  for (const name of [...valueColumns, entityColumn]) requireBoth(rows, history, name);
  requireBoth(rows, history, timeColumn, ['datetime']);
  const found = sweep({
    times: rows.column(timeColumn).data as LongColumn,
    past: history.column(timeColumn).data as LongColumn,
    values: combinationCodes(rows, history, valueColumns, ignoreCase),
    entities: combinationCodes(rows, history, [entityColumn], ignoreCase),
  });
  const least = spanOf(options.minHistory ?? WEEK);
  const times = rows.column(timeColumn).data as LongColumn;
  const cold = found.map(
    (one, row) => one?.start === undefined || (times.values[row] as bigint) - one.start < least,
  );
  return assembled(rows, found, cold, [...coldNotice(cold, least), ...untimedNotice(history, timeColumn)]);
}

function requireBoth(rows: Frame, history: Frame, name: string, types?: readonly KqlType[]): void {
  const { type } = requireColumn(rows, name, types).data;
  requireColumn(history, name, [type]);
}

function spanOf(length: Duration | string): bigint {
  const { ticks } = typeof length === 'string' ? Duration.parse(length) : length;
  if (ticks >= 0n) return ticks;
  throw new CasebookError('InvalidParameter', `negative minHistory: ${String(length)}`, {
    help: "Give a length such as '7d'.",
  });
}

/** Two lists of moments, and what was where. */
interface Sweep {
  readonly times: LongColumn;
  readonly past: LongColumn;
  readonly values: ReturnType<typeof combinationCodes>;
  readonly entities: ReturnType<typeof combinationCodes>;
}

/** Goes through both frames in the order of time; nothing for a row without a time. */
function sweep({ times, past, values, entities }: Sweep): readonly (Sighting | undefined)[] {
  const sightings = new Sightings(entities.count);
  const found = new Array<Sighting | undefined>(times.values.length).fill(undefined);
  const events = timeOrder(past);
  let next = 0;
  for (const row of timeOrder(times)) {
    const tick = times.values[row] as bigint;
    for (; next < events.length; next += 1) {
      const event = events[next] as number;
      const at = past.values[event] as bigint;
      if (at >= tick) break;
      sightings.add(values.history[event] as number, entities.history[event] as number, at);
    }
    found[row] = sightings.of(values.rows[row] as number, entities.rows[row] as number);
  }
  return found;
}

/** The rows that have a time, in its order. */
function timeOrder({ values, validity }: LongColumn): Uint32Array {
  const rows = Uint32Array.from(values.keys()).filter((row) => !validity || validity[row] === 1);
  return rows.sort((a, b) => {
    const [one, other] = [values[a] as bigint, values[b] as bigint];
    return one < other ? -1 : one > other ? 1 : a - b;
  });
}

function assembled(
  rows: Frame,
  found: readonly (Sighting | undefined)[],
  cold: readonly boolean[],
  notices: readonly Notice[],
): Frame {
  const of = (name: string, type: KqlType, read: (one: Sighting) => unknown): Column => ({
    name,
    data: encodeColumn(
      type,
      found.map((one) => (one ? read(one) : null)),
      name,
    ),
  });
  const moment = (tick: bigint | undefined): DateTime | null =>
    tick === undefined ? null : new DateTime(tick);
  const added: readonly Column[] = [
    of('SeenBefore', 'long', ({ anywhere }) => anywhere.count),
    of('FirstSeen', 'datetime', ({ anywhere }) => moment(anywhere.first)),
    of('SeenBeforeHere', 'long', ({ here }) => here.count),
    of('FirstSeenHere', 'datetime', ({ here }) => moment(here.first)),
    of('EntitiesBefore', 'long', ({ anywhere }) => anywhere.entities),
    of('ShareOfEntities', 'real', ({ shareOfEntities }) => shareOfEntities),
    of('ShareOfRows', 'real', ({ shareOfRows }) => shareOfRows),
    { name: 'ColdStart', data: encodeColumn('bool', cold, 'ColdStart') },
  ];
  const names = new Set(added.map(({ name }) => name));
  return new Frame([...rows.data.filter(({ name }) => !names.has(name)), ...added], {
    source: rows.source,
    notices: mergeNotices([rows.notices, notices]),
  });
}

function coldNotice(cold: readonly boolean[], least: bigint): readonly Notice[] {
  const count = cold.filter(Boolean).length;
  const message = `${count} of ${cold.length} rows have less than ${new Duration(least).toString()} of history before them: what was not seen there may be old.`;
  return count === 0 ? [] : [{ code: 'information', message, partial: false }];
}

function untimedNotice(history: Frame, timeColumn: string): readonly Notice[] {
  const { validity } = history.column(timeColumn).data;
  const count = validity?.reduce((sum, valid) => sum + (valid ? 0 : 1), 0) ?? 0;
  const message = `${count} rows of the history are left out: they have no time.`;
  return count === 0 ? [] : [{ code: 'information', message, partial: false }];
}
