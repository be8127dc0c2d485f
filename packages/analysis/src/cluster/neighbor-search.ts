import { PAUSE_ROWS, type Steps } from '../run/steps';

/** A cell, and the cells that may hold points near its own, itself first. */
export interface Neighborhood {
  readonly cell: number;
  readonly around: readonly number[];
}

/** A search for the cells near others. */
export interface NeighborSearch {
  /** The neighbourhoods of the cells that are wanted, in an order that makes the search cheap. */
  readonly neighborhoods: (wanted: (cell: number) => boolean) => Iterable<Neighborhood>;
}

/** The places of cells: `dimensions` whole numbers a cell, one after the other. */
export interface CellPlaces {
  readonly coordinates: Float64Array;
  readonly count: number;
  readonly dimensions: number;
}

/** The cells of one place on the first axis, by their place on the second. */
type Strips = ReadonlyMap<number, readonly number[]>;

/**
 * A search that sweeps over strips of cells, along the two axes on which they spread the most. O(n log n), and O(cells within
 * reach on both axes) for a neighbourhood.
 */
export function* neighborSearch(places: CellPlaces): Steps<NeighborSearch> {
  const [across = 0, along = across] = yield* widestAxes(places);
  const strips = yield* stripsOf(places, across, along);
  return { neighborhoods: (wanted) => swept(places, strips, along, wanted) };
}

function* swept(
  places: CellPlaces,
  strips: Strips,
  along: number,
  wanted: (cell: number) => boolean,
): Iterable<Neighborhood> {
  const { coordinates, dimensions } = places;
  const reach = Math.floor(Math.sqrt(dimensions)) + 1;
  const at = (cell: number): number => coordinates[cell * dimensions + along] as number;
  const steps = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  for (const [place, own] of strips) {
    const near = [...new Set(steps.map((step) => strips.get(place + step) ?? []))];
    const starts = near.map(() => 0);
    for (const cell of own) {
      if (!wanted(cell)) continue;
      const around = [cell];
      for (const [index, strip] of near.entries()) {
        let next = starts[index] as number;
        while (next < strip.length && at(strip[next] as number) < at(cell) - reach) next += 1;
        starts[index] = next;
        for (; next < strip.length && at(strip[next] as number) <= at(cell) + reach; next += 1) {
          const other = strip[next] as number;
          if (other !== cell && mayBeNear(places, cell, other)) around.push(other);
        }
      }
      yield { cell, around };
    }
  }
}

function* stripsOf(
  { coordinates, count, dimensions }: CellPlaces,
  across: number,
  along: number,
): Steps<Strips> {
  const strips = new Map<number, number[]>();
  for (let cell = 0; cell < count; cell += 1) {
    if (cell % PAUSE_ROWS === 0) yield { message: 'sorting cells', done: cell, total: count };
    const place = coordinates[cell * dimensions + across] as number;
    const strip = strips.get(place);
    if (strip) strip.push(cell);
    else strips.set(place, [cell]);
  }
  const at = (cell: number): number => coordinates[cell * dimensions + along] as number;
  let work = 0;
  for (const strip of strips.values()) {
    strip.sort((a, b) => at(a) - at(b));
    work += strip.length;
    if (work < PAUSE_ROWS) continue;
    work = 0;
    yield { message: 'sorting cells', done: count, total: count };
  }
  return strips;
}

/** Whether the corners of two cells that face each other are as near as those of one cell. */
function mayBeNear({ coordinates, dimensions }: CellPlaces, one: number, other: number): boolean {
  let gaps = 0;
  for (let axis = 0; axis < dimensions; axis += 1) {
    const steps =
      (coordinates[one * dimensions + axis] as number) - (coordinates[other * dimensions + axis] as number);
    const gap = (steps < 0 ? -steps : steps) - 1;
    if (gap > 0) gaps += gap * gap;
  }
  return gaps <= dimensions;
}

/** The axes, those on which cells have the most different places first. */
function* widestAxes({ coordinates, count, dimensions }: CellPlaces): Steps<readonly number[]> {
  const different: number[] = [];
  for (let axis = 0; axis < dimensions; axis += 1) {
    const seen = new Set<number>();
    for (let cell = 0; cell < count; cell += 1) {
      if (cell % PAUSE_ROWS === 0) yield { message: 'measuring axes', done: axis, total: dimensions };
      seen.add(coordinates[cell * dimensions + axis] as number);
    }
    different.push(seen.size);
  }
  return [...different.keys()].sort((a, b) => (different[b] as number) - (different[a] as number));
}
