import { CasebookError } from '../../error/casebook-error';
import type { Column, ColumnData } from '../column';
import { findColumn, type Columnar } from '../columnar';
import { concatColumns, segmentOf } from '../concat-columns';
import { gather } from '../gather';
import { groupRows } from '../group-rows';
import { uniqueName } from '../unique-name';

/** How rows of two frames meet; the flavours of KQL that keep every matching pair or only left rows. */
export type JoinKind = 'inner' | 'leftouter' | 'leftsemi' | 'leftanti';

/** A column of both frames, or one of each. */
export type JoinKey = string | { readonly left: string; readonly right: string };

const MAX_ROWS = 2 ** 27;

interface Matches {
  /** The rows of the right frame by group: those of group g lie from starts[g] up to starts[g + 1]. */
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
  /** The group of each left row. */
  readonly groupOf: Uint32Array;
}

const keyColumns = (left: Columnar, right: Columnar, on: readonly JoinKey[]): ColumnData[] => {
  if (on.length === 0)
    throw new CasebookError('InvalidValue', 'join without a key', { help: 'Give on: [column, …].' });
  return on.map((key) => {
    const one = findColumn(left, typeof key === 'string' ? key : key.left);
    const other = findColumn(right, typeof key === 'string' ? key : key.right);
    if (one.data.type !== other.data.type) {
      const names = `${JSON.stringify(one.name)} is ${one.data.type}, ${JSON.stringify(other.name)} is ${other.data.type}`;
      throw new CasebookError('TypeMismatch', `join keys of different types: ${names}`, {
        help: 'Extend one frame with a column of the other type.',
      });
    }
    return concatColumns(one.data.type, [segmentOf(one.data), segmentOf(other.data)]);
  });
};

const matchRows = (left: Columnar, right: Columnar, on: readonly JoinKey[]): Matches => {
  const { groupOf, count } = groupRows(keyColumns(left, right, on), left.rowCount + right.rowCount);
  const rights = groupOf.subarray(left.rowCount);
  const starts = new Uint32Array(count + 1);
  for (const group of rights) starts[group + 1] = (starts[group + 1] as number) + 1;
  for (let group = 0; group < count; group++)
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  const next = starts.slice();
  const rows = new Uint32Array(right.rowCount);
  rights.forEach((group, row) => {
    const place = next[group] as number;
    rows[place] = row;
    next[group] = place + 1;
  });
  return { rows, starts, groupOf: groupOf.subarray(0, left.rowCount) };
};

const sizeOf = ({ starts }: Matches, group: number): number =>
  (starts[group + 1] as number) - (starts[group] as number);

const pairs = (matches: Matches, outer: boolean): { left: Uint32Array; right: Int32Array } => {
  const { groupOf, rows, starts } = matches;
  let total = 0;
  for (const group of groupOf) total += sizeOf(matches, group) || (outer ? 1 : 0);
  if (total > MAX_ROWS)
    throw new CasebookError('InvalidValue', `join of ${total} rows`, { help: 'Join on more keys.' });
  const left = new Uint32Array(total);
  const right = new Int32Array(total);
  let at = 0;
  for (let row = 0; row < groupOf.length; row++) {
    const group = groupOf[row] as number;
    const size = sizeOf(matches, group);
    for (let nth = 0; nth < size; nth++) {
      left[at] = row;
      right[at++] = rows[(starts[group] as number) + nth] as number;
    }
    if (size > 0 || !outer) continue;
    left[at] = row;
    right[at++] = -1;
  }
  return { left, right };
};

const semi = (left: Columnar, matches: Matches, wanted: boolean): Column[] => {
  const rows = Uint32Array.from({ length: left.rowCount }, (_, row) => row);
  const index = rows.filter((row) => sizeOf(matches, matches.groupOf[row] as number) > 0 === wanted);
  return left.data.map(({ name, data }) => ({ name, data: gather(data, index) }));
};

/** See `Frame.join`. */
export const join = (left: Columnar, right: Columnar, on: readonly JoinKey[], kind: JoinKind): Column[] => {
  const matches = matchRows(left, right, on);
  if (kind === 'leftsemi' || kind === 'leftanti') return semi(left, matches, kind === 'leftsemi');
  const index = pairs(matches, kind === 'leftouter');
  const taken = new Set(left.data.map(({ name }) => name));
  const others = right.data.map(({ name, data }) => {
    const free = uniqueName(name, taken);
    taken.add(free);
    return { name: free, data: gather(data, index.right, kind === 'leftouter') };
  });
  return [...left.data.map(({ name, data }) => ({ name, data: gather(data, index.left) })), ...others];
};
