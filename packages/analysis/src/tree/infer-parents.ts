import { cellReader, DateTime, Frame, type Cell, type ColumnInfo } from '@casebook/core';
import { eachRow } from '../run/each-row';
import type { Steps } from '../run/steps';
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
  imagePath: 'parentImagePath',
  host: 'host',
  time: 'parentTime',
  commandLine: 'parentCommandLine',
  parentId: 'grandparentId',
  parentName: 'grandparentName',
  parentTime: 'grandparentTime',
};

/** Collects the missing parents, one for each host, id, name and start that children tell, in the order of their first child. O(n). */
export function* inferParents(
  records: ProcessRecords,
  parents: Int32Array,
  { columns }: ChosenSchema,
  { timed = false, start: untold }: InferOptions,
): Steps<Inferred> {
  const { parent, parentName, parentTicks } = records;
  const places = new Map<string, number>();
  const parentOf = new Map<number, number>();
  const examples: number[] = [];
  yield* eachRow(parents.length, 'inferring parents', (row) => {
    if ((parents[row] as number) >= 0 || parent[row] === 0) return;
    const start = parentTicks?.validity?.[row] ? parentTicks.values[row] : '';
    if (timed && start === '') return;
    const key = `${parent[row]} ${parentName[row]} ${start}`;
    let place = places.get(key);
    if (place === undefined) {
      place = examples.push(row) - 1;
      places.set(key, place);
    }
    parentOf.set(row, place);
  });
  return { frame: toldRows(records, examples, columns, untold), parentOf };
}

function toldRows(
  { frame, parentTicks }: ProcessRecords,
  examples: readonly number[],
  columns: ChosenSchema['columns'],
  untold: DateTime | undefined,
): Frame {
  const startOf = (row: number): DateTime | null =>
    parentTicks?.validity?.[row] ? new DateTime(parentTicks.values[row] as bigint) : (untold ?? null);
  const cellsOf = (role: Role, from: string, { type }: ColumnInfo): readonly Cell[] => {
    if (role === 'time') return examples.map(startOf);
    const read = cellReader(frame.column(from).data);
    const cells = examples.map((row) => asType(read(row), type));
    return role === 'parentName' ? cells.map(withoutFolder) : cells;
  };
  const told = new Map<ColumnInfo, readonly Cell[]>();
  for (const [role, source] of toldRoles(columns)) {
    const info = frame.columns.find(({ name }) => name === columns[role]);
    const from = role === 'time' ? columns.time : columns[source];
    if (info && from !== undefined && !told.has(info)) told.set(info, cellsOf(role, from, info));
  }
  return Frame.fromColumns([...told.keys(), { name: INFERRED, type: 'bool' }], {
    ...Object.fromEntries([...told].map(([{ name }, cells]) => [name, cells])),
    [INFERRED]: examples.map(() => true),
  });
}

/** A process runs in the session that its children were started from. */
const toldRoles = (columns: ChosenSchema['columns']): readonly (readonly [Role, Role])[] => [
  ...(Object.entries(TOLD) as [Role, Role][]),
  [columns.targetLogonId === undefined ? 'logonId' : 'targetLogonId', 'logonId'],
];

/** A grandparent's name, which some logs give with its folder; names of processes and parents are without. */
const withoutFolder = (name: Cell): Cell =>
  typeof name === 'string' ? name.slice(Math.max(name.lastIndexOf('\\'), name.lastIndexOf('/')) + 1) : name;

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
