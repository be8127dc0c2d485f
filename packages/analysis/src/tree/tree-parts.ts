import { eachRow } from '../run/each-row';
import type { Steps } from '../run/steps';
import type { ChosenSchema } from './choose-schema';
import type { LinkedProcesses } from './linked-processes';
import { processKeys } from './process-keys';
import type { TreeParts } from './process-tree';
import { treeFrame } from './tree-frame';
import { treeOrder } from './tree-order';

/** Sorts linked processes into a forest. O(n). */
export function* treeParts(linked: LinkedProcesses, chosen: ChosenSchema): Steps<TreeParts> {
  const count = linked.parents.length;
  const keys = yield* processKeys(linked.frame, chosen);
  const found = treeOrder(linked.parents);
  const place = new Int32Array(count);
  yield* eachRow(count, 'sorting the tree', (at) => {
    place[found.order[at] as number] = at;
  });
  const parents = new Int32Array(count);
  yield* eachRow(count, 'sorting the tree', (at) => {
    const parent = linked.parents[found.order[at] as number] as number;
    parents[at] = parent < 0 ? -1 : (place[parent] as number);
  });
  const frame = yield* treeFrame(linked, keys, found);
  return { frame, parents, shape: treeOrder(parents), chosen };
}
