import { arcsOf, doCross, type Arc } from './arcs';
import type { Rings } from './geo-json';
import { angle, cross, dot, minus, normal, plus, side, times, type Vector } from './sphere';
import { undetermined } from './undetermined';

/** The arcs around a ring. */
export const around = (ring: readonly Vector[]): readonly Arc[] => arcsOf([...ring, ...ring.slice(0, 1)]);

/** Whether the rings do not cross themselves or each other. */
export function isSimple(rings: Rings): boolean {
  const arcs = rings.flatMap(around);
  return arcs.every((arc, index) =>
    arcs.slice(index + 1).every((other) => arc.some((end) => other.includes(end)) || !doCross(arc, other)),
  );
}

/** Turns a ring so that the smaller of its two sides lies to its left; rings around half of the Earth are refused. */
export function counterclockwise(ring: readonly Vector[]): readonly Vector[] {
  const turn = ring.reduce((sum, b, index) => {
    const [a, c] = [ring.at(index - 1) ?? b, ring[(index + 1) % ring.length] ?? b];
    return sum + angle(normal(a, b), normal(b, c)) * side(a, b, c);
  }, 0);
  if (Math.abs(turn) < 1e-6) return undetermined('a ring around half of the Earth');
  return turn > 0 ? ring : [...ring].reverse();
}

/** Whether a ring, turned by {@link counterclockwise}, holds a place; a place on the ring itself is refused. */
export function holds(ring: readonly Vector[], at: Vector): boolean {
  if (ring.some((corner) => isOnLine(at, corner) && dot(at, corner) < 0)) return false;
  const turned = around(ring).reduce((sum, [a, b]) => {
    const [from, to] = [normal(at, a), normal(at, b)];
    const step = Math.atan2(dot(cross(from, to), at) / 2, dot(from, to) / 2);
    const isOnArc = Math.abs(Math.abs(step) - Math.PI) < 1e-9 && dot(at, plus(a, b)) > 0;
    return isOnArc || isOnLine(at, a) ? undetermined('a place on the edge of a polygon') : sum + step;
  }, 0);
  return Math.round(turned / (2 * Math.PI)) === 1;
}

const isOnLine = (at: Vector, corner: Vector): boolean => {
  const axis = normal(at, corner);
  return dot(axis, axis) < 1e-28;
};

const signed = (ring: readonly Vector[], of: (a: Vector, b: Vector, c: Vector) => number): number => {
  const [first, ...rest] = ring;
  return first ? arcsOf(rest).reduce((sum, [b, c]) => sum + of(first, b, c) * side(first, b, c), 0) : 0;
};

/** The area of a ring on the unit sphere. */
export const ringArea = (ring: readonly Vector[]): number => signed(ring, triangleArea);

/** The area of a triangle by L'Huilier's theorem, as precise for small triangles as for large ones. */
function triangleArea(a: Vector, b: Vector, c: Vector): number {
  const [x, y, z] = [angle(b, c), angle(c, a), angle(a, b)];
  const half = (x + y + z) / 2;
  const product = [half, half - x, half - y, half - z].reduce((all, one) => all * Math.tan(one / 2), 1);
  return 4 * Math.atan(Math.sqrt(Math.max(0, product)));
}

/** The middle of a ring by its mass, as long as its area. */
export function ringCentroid(ring: readonly Vector[]): Vector {
  const [first, ...rest] = ring;
  if (!first) return [0, 0, 0];
  return arcsOf(rest).reduce<Vector>((sum, [b, c]) => plus(sum, triangleCentroid(first, b, c)), [0, 0, 0]);
}

function triangleCentroid(a: Vector, b: Vector, c: Vector): Vector {
  const ratio = (x: number): number => (x === 0 ? 1 : x / Math.sin(x));
  const [ra, rb, rc] = [ratio(angle(b, c)), ratio(angle(c, a)), ratio(angle(a, b))];
  const [ab, ac] = [minus(b, a), minus(c, a)];
  const [x, y, z] = ([0, 1, 2] as const).map((at): Vector => [a[at], ab[at], ac[at]]) as [
    Vector,
    Vector,
    Vector,
  ];
  const r: Vector = [ra, rb - ra, rc - ra];
  return times([dot(cross(y, z), r), dot(cross(z, x), r), dot(cross(x, y), r)], 0.5);
}
