import { PAUSE_ROWS, type Steps } from '../run/steps';
import { PointTable } from './point-table';

/** How many axes the search looks at, at most; more would only multiply the places to look. */
const SEARCHED_AXES = 3;

/** A search for the cells near one. */
export interface NeighborSearch {
  /** The cells that may hold points near those of a cell, itself first. */
  readonly neighbors: (cell: number) => readonly number[];
  /** How many places a search looks at. */
  readonly lookups: number;
}

/** The places of cells: `dimensions` whole numbers a cell, one after the other. */
export interface CellPlaces {
  readonly coordinates: Float64Array;
  readonly count: number;
  readonly dimensions: number;
}

/**
 * A search by way of the blocks that cells make on the axes that spread the most: one fewer than there are, for points of unit
 * length need one fewer, and three at most. O(n), and O(lookups) a search where blocks are small.
 */
export function* neighborSearch(places: CellPlaces): Steps<NeighborSearch> {
  const { coordinates, count, dimensions } = places;
  const axes = yield* widestAxes(places);
  const offsets = offsetsWithin(dimensions, axes.length);
  const at = new Float64Array(axes.length);
  const place = (cell: number, offset: readonly number[]): Float64Array => {
    const start = cell * dimensions;
    for (let index = 0; index < axes.length; index += 1)
      at[index] = (coordinates[start + (axes[index] as number)] as number) + (offset[index] as number);
    return at;
  };
  const table = new PointTable(axes.length, count);
  const blocks: number[][] = [];
  for (let cell = 0; cell < count; cell += 1) {
    if (cell % PAUSE_ROWS === 0) yield { message: 'sorting cells', done: cell, total: count };
    const block = table.add(place(cell, offsets[0] as readonly number[]), 0);
    if (block === blocks.length) blocks.push([]);
    blocks[block]?.push(cell);
  }
  const neighbors = (cell: number): readonly number[] => {
    const found = [cell];
    for (const offset of offsets) {
      const block = table.find(place(cell, offset));
      if (block < 0) continue;
      for (const other of blocks[block] as number[])
        if (other !== cell && mayBeNear(places, cell, other)) found.push(other);
    }
    return found;
  };
  return { neighbors, lookups: offsets.length };
}

/** Whether the corners of two cells that face each other are as near as those of one cell. */
function mayBeNear({ coordinates, dimensions }: CellPlaces, one: number, other: number): boolean {
  let gaps = 0;
  for (let axis = 0; axis < dimensions; axis += 1) {
    const at = coordinates[one * dimensions + axis] as number;
    gaps += gapOf(at - (coordinates[other * dimensions + axis] as number));
  }
  return gaps <= dimensions;
}

/** The square of the whole cells between two that are so many steps apart. */
function gapOf(steps: number): number {
  const gap = (steps < 0 ? -steps : steps) - 1;
  return gap > 0 ? gap * gap : 0;
}

/** The axes on which cells have the most different places. */
function* widestAxes({ coordinates, count, dimensions }: CellPlaces): Steps<readonly number[]> {
  const wanted = Math.min(SEARCHED_AXES, Math.max(1, dimensions - 1));
  const axes = Array.from({ length: dimensions }, (_, axis) => axis);
  if (wanted === dimensions) return axes;
  const different: number[] = [];
  for (const axis of axes) {
    const seen = new Set<number>();
    for (let cell = 0; cell < count; cell += 1) {
      if (cell % PAUSE_ROWS === 0) yield { message: 'measuring axes', done: axis, total: dimensions };
      seen.add(coordinates[cell * dimensions + axis] as number);
    }
    different.push(seen.size);
  }
  return axes.sort((a, b) => (different[b] as number) - (different[a] as number)).slice(0, wanted);
}

/** All steps on some axes from a cell to those that may hold near points, the cell itself first. */
function offsetsWithin(dimensions: number, axes: number): readonly (readonly number[])[] {
  const reach = Math.floor(Math.sqrt(dimensions)) + 1;
  const axis = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  const all = Array.from({ length: axes }).reduce<number[][]>(
    (paths) => paths.flatMap((path) => axis.map((step) => [...path, step])),
    [[]],
  );
  const size = (offset: readonly number[]): number => offset.reduce((sum, step) => sum + Math.abs(step), 0);
  return all
    .filter((offset) => offset.reduce((sum, step) => sum + gapOf(step), 0) <= dimensions)
    .sort((a, b) => size(a) - size(b));
}
