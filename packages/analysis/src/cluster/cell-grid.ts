import type { Points } from './normalized-points';

/** How many of the dimensions the grid looks at; more would only multiply the neighbours of a cell. */
const GRID_DIMENSIONS = 3;

/** Points sorted into cells so small that any two points of one cell are near each other. */
export interface CellGrid {
  readonly cells: readonly (readonly number[])[];
  readonly cellOfPoint: Uint32Array;
  /** The cells that may hold points near those of a cell, itself first. */
  readonly neighbors: (cell: number) => readonly number[];
  /** Whether points of one cell are always near each other. */
  readonly tight: boolean;
}

/**
 * Sorts points into a grid of cells of side `eps / sqrt(d)`: the cells of grid-based DBSCAN (de Berg, Gunawan, Roeloffzen,
 * "Faster DBSCAN", 2017). With more than three dimensions the grid looks at the first three, and cells are not tight.
 */
export function cellGrid({ count, dimensions, values }: Points, eps: number): CellGrid {
  const looked = Math.min(dimensions, GRID_DIMENSIONS);
  const side = eps / Math.sqrt(looked);
  const reach = Math.ceil(Math.sqrt(looked));
  const cells: number[][] = [];
  const coordinates: number[][] = [];
  const byKey = new Map<string, number>();
  const cellOfPoint = new Uint32Array(count);
  for (let point = 0; point < count; point += 1) {
    const at = Array.from({ length: looked }, (_, axis) =>
      Math.floor((values[point * dimensions + axis] as number) / side),
    );
    const key = at.join();
    let cell = byKey.get(key);
    if (cell === undefined) {
      cell = cells.push([]) - 1;
      byKey.set(key, cell);
      coordinates.push(at);
    }
    cells[cell]?.push(point);
    cellOfPoint[point] = cell;
  }
  const offsets = offsetsWithin(reach, looked);
  const neighbors = (cell: number): readonly number[] => {
    const at = coordinates[cell] as number[];
    return offsets.flatMap(
      (offset) => byKey.get(at.map((one, axis) => one + (offset[axis] as number)).join()) ?? [],
    );
  };
  return { cells, cellOfPoint, neighbors, tight: looked === dimensions };
}

/** All steps from a cell to those within reach on every axis, the cell itself first. */
function offsetsWithin(reach: number, dimensions: number): readonly (readonly number[])[] {
  const axis = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  const all = Array.from({ length: dimensions }).reduce<number[][]>(
    (paths) => paths.flatMap((path) => axis.map((step) => [...path, step])),
    [[]],
  );
  return all.sort((a, b) => size(a) - size(b));
}

const size = (offset: readonly number[]): number => offset.reduce((sum, step) => sum + Math.abs(step), 0);
