import { Frame, type Column } from '@casebook/core';
import { gatherRows } from '../run/by-column';
import { eachRow } from '../run/each-row';
import type { Steps } from '../run/steps';
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
export function* treeFrame(
  { frame, parents, sessions }: LinkedProcesses,
  keys: readonly string[],
  shape: TreeOrder,
): Steps<Frame> {
  const { order, depth, childStart } = shape;
  const indexes = yield* indexesOf(order.length);
  const paths = yield* pathsOf(parents, shape, indexes);
  const flags = (name: string, read: (row: number) => boolean): Steps<Column> => flagsOf(name, order, read);
  const isRoot = (row: number): boolean => (parents[row] as number) < 0;
  const isLeaf = (row: number): boolean => childStart[row] === childStart[row + 1];
  const ofParents = order.map((row) => (isRoot(row) ? order.length : (parents[row] as number)));
  const added: readonly Column[] = [
    textColumn(
      'EffectiveLogonId',
      order.map((row) => sessions.codes[row] as number),
      sessions.texts,
    ),
    textColumn('proc_key', order, keys),
    textColumn('parent_key', ofParents, [...keys, '']),
    yield* flags('IsRoot', isRoot),
    yield* flags('IsLeaf', isLeaf),
    yield* flags('IsBranch', (row) => !isRoot(row) && !isLeaf(row)),
    textColumn('source_index', order, indexes),
    textColumn('path', order, paths),
    textColumn('parent_index', ofParents, [...indexes, '']),
    yield* depthColumn(order, depth),
  ];
  const names = new Set(added.map(({ name }) => name));
  const kept = new Frame(frame.data.filter(({ name }) => !names.has(name)));
  return new Frame([...(yield* gatherRows(kept, order)).data, ...added], { notices: frame.notices });
}

function* flagsOf(name: string, order: Uint32Array, read: (row: number) => boolean): Steps<Column> {
  const values = new Uint8Array(order.length);
  yield* eachRow(order.length, 'writing the tree', (at) => {
    if (read(order[at] as number)) values[at] = 1;
  });
  return { name, data: { type: 'bool', values } };
}

function* depthColumn(order: Uint32Array, depth: Uint32Array): Steps<Column> {
  const values = new BigInt64Array(order.length);
  yield* eachRow(order.length, 'writing the tree', (at) => {
    values[at] = BigInt(depth[order[at] as number] as number);
  });
  return { name: 'Depth', data: { type: 'long', values } };
}

function* indexesOf(count: number): Steps<readonly string[]> {
  const width = Math.max(INDEX_WIDTH, String(count - 1).length);
  const indexes = new Array<string>(count);
  yield* eachRow(count, 'writing the tree', (row) => {
    indexes[row] = String(row).padStart(width, '0');
  });
  return indexes;
}

function* pathsOf(
  parents: Int32Array,
  { order, depth }: TreeOrder,
  indexes: readonly string[],
): Steps<readonly string[]> {
  const paths = new Array<string>(parents.length);
  yield* eachRow(parents.length, 'writing the tree', (at) => {
    const row = order[at] as number;
    const parent = parents[row] as number;
    const own = indexes[row] as string;
    if (parent < 0) paths[row] = own;
    else if ((depth[row] as number) <= PATH_LEVELS) paths[row] = `${paths[parent]}/${own}`;
    else paths[row] = `…/${indexes[parent]}/${own}`;
  });
  return paths;
}
