import { encodeColumn, Frame, type Column } from '@casebook/core';
import { takeRows } from '../columns/keep-rows';
import type { LinkedProcesses } from './linked-processes';
import { textColumn } from './text-column';
import type { TreeOrder } from './tree-order';

/** Beyond this many levels a path keeps only its last two, so that a chain of processes cannot fill the memory. */
const PATH_LEVELS = 64;
const INDEX_WIDTH = 5;

/**
 * The processes of a forest as a frame, from each root down: the columns of the log and `Inferred`, then `EffectiveLogonId`, `proc_key`,
 * `parent_key`, `IsRoot`, `IsLeaf`, `IsBranch`, `source_index`, `path`, `parent_index`, `Depth`.
 */
export function treeFrame(
  { frame, parents, sessions }: LinkedProcesses,
  keys: readonly string[],
  { order, depth, childStart }: TreeOrder,
): Frame {
  const width = Math.max(INDEX_WIDTH, String(frame.rowCount - 1).length);
  const indexes = keys.map((_, row) => String(row).padStart(width, '0'));
  const paths = pathsOf(parents, depth, order, indexes);
  const isRoot = (row: number): boolean => (parents[row] as number) < 0;
  const isLeaf = (row: number): boolean => childStart[row] === childStart[row + 1];
  const ofParent = (texts: readonly string[], row: number): string => texts[parents[row] as number] ?? '';
  const texts = (name: string, read: (row: number) => string): Column =>
    textColumn(name, Array.from(order, read));
  const flags = (name: string, read: (row: number) => boolean): Column => ({
    name,
    data: encodeColumn('bool', Array.from(order, read), name),
  });
  const added: readonly Column[] = [
    texts('EffectiveLogonId', (row) => sessions[row] ?? ''),
    texts('proc_key', (row) => keys[row] as string),
    texts('parent_key', (row) => ofParent(keys, row)),
    flags('IsRoot', isRoot),
    flags('IsLeaf', isLeaf),
    flags('IsBranch', (row) => !isRoot(row) && !isLeaf(row)),
    texts('source_index', (row) => indexes[row] as string),
    texts('path', (row) => paths[row] as string),
    texts('parent_index', (row) => ofParent(indexes, row)),
    {
      name: 'Depth',
      data: encodeColumn(
        'long',
        Array.from(order, (row) => depth[row]),
        'Depth',
      ),
    },
  ];
  const names = new Set(added.map(({ name }) => name));
  const kept = takeRows(frame, order).data.filter(({ name }) => !names.has(name));
  return new Frame([...kept, ...added], { notices: frame.notices });
}

function pathsOf(
  parents: Int32Array,
  depth: Uint32Array,
  order: Uint32Array,
  indexes: readonly string[],
): readonly string[] {
  const paths = new Array<string>(parents.length);
  for (const row of order) {
    const parent = parents[row] as number;
    const own = indexes[row] as string;
    if (parent < 0) paths[row] = own;
    else if ((depth[row] as number) <= PATH_LEVELS) paths[row] = `${paths[parent]}/${own}`;
    else paths[row] = `…/${indexes[parent]}/${own}`;
  }
  return paths;
}
