import { DateTime, Frame, type Cell, type ColumnInfo } from '@casebook/core';
import type { ChosenSchema, Role } from './choose-schema';
import type { ProcessRecords } from './process-records';

/** The parents that a log names but does not hold. */
export interface Inferred {
  /** One row a missing process, with what is known of it. */
  readonly frame: Frame;
  /** For each row that had no parent: the place of its parent among them. */
  readonly parentOf: ReadonlyMap<number, number>;
}

/** Which missing parents to infer. */
export interface InferOptions {
  /** Only those whose start is told. */
  readonly timed?: boolean;
  /** The start of those whose start is not told; default none. */
  readonly start?: DateTime;
}

/** Which role of a child tells which role of its parent. */
const TOLD: Readonly<Partial<Record<Role, Role>>> = {
  processId: 'parentId',
  processName: 'parentName',
  host: 'host',
  time: 'parentTime',
  commandLine: 'parentCommandLine',
  parentId: 'grandparentId',
  parentName: 'grandparentName',
  parentTime: 'grandparentTime',
};

/** Collects the missing parents, one for each host, id, name and start that children tell, in the order of their first child. O(n). */
export function inferParents(
  records: ProcessRecords,
  parents: Int32Array,
  { columns }: ChosenSchema,
  { timed = false, start: untold }: InferOptions,
): Inferred {
  const { frame, parent, parentName, parentTicks } = records;
  const places = new Map<string, number>();
  const parentOf = new Map<number, number>();
  const examples: number[] = [];
  parents.forEach((linked, row) => {
    if (linked >= 0 || parent[row] === 0) return;
    const start = parentTicks && (parentTicks.validity?.[row] ?? 1) ? parentTicks.values[row] : '';
    if (timed && start === '') return;
    const key = `${parent[row]} ${parentName[row]} ${start}`;
    let place = places.get(key);
    if (place === undefined) {
      place = examples.push(row) - 1;
      places.set(key, place);
    }
    parentOf.set(row, place);
  });
  return { frame: toldRows(frame, examples, columns, untold), parentOf };
}

function toldRows(
  frame: Frame,
  examples: readonly number[],
  columns: ChosenSchema['columns'],
  untold: DateTime | undefined,
): Frame {
  const told: { readonly info: ColumnInfo; readonly cells: readonly Cell[] }[] = [];
  for (const [role, source] of Object.entries(TOLD) as readonly (readonly [Role, Role])[]) {
    const info = frame.columns.find(({ name }) => name === columns[role]);
    const from = columns[source];
    if (!info || told.some((one) => one.info.name === info.name)) continue;
    if (from !== undefined) {
      const cells = frame.values(from);
      told.push({ info, cells: examples.map((row) => asType(cells[row] ?? null, info.type)) });
    } else if (role === 'time' && untold) told.push({ info, cells: examples.map(() => untold) });
  }
  const inferred = { name: INFERRED, type: 'bool' } as const;
  return Frame.fromColumns([...told.map(({ info }) => info), inferred], {
    ...Object.fromEntries(told.map(({ info, cells }) => [info.name, cells])),
    [INFERRED]: examples.map(() => true),
  });
}

/** The column that marks inferred processes. */
export const INFERRED = 'Inferred';

/** A cell of the parent's column in the type of the process's own. */
function asType(cell: Cell, type: ColumnInfo['type']): Cell {
  if (cell === null) return null;
  if (type === 'string') return String(cell);
  if ((type === 'long' || type === 'int') && typeof cell === 'string')
    return /^(0x[\da-f]+|\d+)$/i.test(cell) ? Number(cell) : null;
  return cell;
}
