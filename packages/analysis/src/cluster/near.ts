import type { Points } from './normalized-points';

/** Whether two points are at most `sqrt(square)` apart. O(dimensions). */
export function near({ dimensions, values }: Points, a: number, b: number, square: number): boolean {
  let sum = 0;
  for (let axis = 0; axis < dimensions; axis += 1)
    sum += ((values[a * dimensions + axis] as number) - (values[b * dimensions + axis] as number)) ** 2;
  return sum <= square;
}
