import { PAUSE_ROWS, type Steps } from '../run/steps';
import type { CellGrid } from './cell-grid';

const NONE: readonly number[] = [];

/** The core points of each cell. O(n). */
export function* coreCells({ cells }: CellGrid, core: Uint8Array): Steps<readonly (readonly number[])[]> {
  const found: (readonly number[])[] = [];
  for (const members of cells) {
    if (found.length % PAUSE_ROWS === 0)
      yield { message: 'sorting core rows', done: found.length, total: cells.length };
    const count = members.reduce((sum, point) => sum + (core[point] as number), 0);
    if (count === members.length) found.push(members);
    else found.push(count === 0 ? NONE : members.filter((point) => core[point]));
  }
  return found;
}
