import { undetermined } from './undetermined';
import { angle, cross, dot, minus, normal, plus, side, times, unit, type Vector } from './sphere';

/** The shortest way between two places. */
export type Arc = readonly [from: Vector, to: Vector];

/** The arcs from each place to the next. */
export const arcsOf = (path: readonly Vector[]): readonly Arc[] =>
  path.slice(1).map((to, index): Arc => [path[index] ?? to, to]);

/** The place on an arc that is closest to a place. */
export function closestOn([a, b]: Arc, x: Vector): Vector {
  const axis = normal(a, b);
  const foot = minus(x, times(axis, dot(x, axis) / dot(axis, axis)));
  if (dot(cross(axis, a), foot) > 0 && dot(cross(foot, b), axis) > 0) return unit(foot);
  const [toA, toB] = [minus(x, a), minus(x, b)];
  return dot(toA, toA) <= dot(toB, toB) ? a : b;
}

/** The place on any of the arcs that is closest to a place, and the arc's number. */
export function closestOf(arcs: readonly Arc[], x: Vector): { readonly at: Vector; readonly arc: number } {
  const feet = arcs.map((arc, index) => ({ at: closestOn(arc, x), arc: index }));
  return feet.reduce((best, foot) => (angle(foot.at, x) < angle(best.at, x) ? foot : best));
}

/** The place at a distance, in radians, from the start of an arc. */
export function along([a, b]: Arc, distance: number): Vector {
  const ahead = unit(cross(normal(a, b), a));
  return unit(plus(times(a, Math.cos(distance)), times(ahead, Math.sin(distance))));
}

/** Whether two arcs cross at inner places; arcs that only touch, or lie on one circle, are refused. */
export function doCross([a, b]: Arc, [c, d]: Arc): boolean {
  const sides = [side(a, c, b), side(c, b, d), side(b, d, a), side(d, a, c)];
  const known = sides.filter((one) => one !== 0);
  if (new Set(known).size > 1) return false;
  return known.length === 4 ? true : undetermined('lines that touch');
}

/** Where two arcs that cross do so. */
export function crossing([a, b]: Arc, [c, d]: Arc): Vector {
  const at = unit(cross(normal(a, b), normal(c, d)));
  return dot(at, plus(plus(a, b), plus(c, d))) > 0 ? at : times(at, -1);
}
