import { arcsOf, closestOf, doCross } from './arcs';
import { pointJson, readLines, readPolygons, type Rings } from './geo-json';
import { around, counterclockwise, holds, isSimple, ringArea, ringCentroid } from './polygon-math';
import { angle, EARTH_RADIUS, place, plus, times, type Vector } from './sphere';
import { undetermined } from './undetermined';

/** The polygons of a geometry, each ring with its smaller side to the left; nothing where one is not valid. */
function polygonsOf(text: string): readonly Rings[] | undefined {
  const polygons = readPolygons(text);
  if (!polygons?.every(isSimple)) return undefined;
  return polygons.map((rings) => rings.map(counterclockwise));
}

const inside = ([shell, ...holes]: Rings, at: Vector): boolean =>
  shell !== undefined && holds(shell, at) && !holes.some((hole) => holds(hole, at));

/** Whether a polygon holds a place. */
export function pointInPolygon(longitude: number, latitude: number, text: string): boolean | null {
  const [at, polygons] = [place(longitude, latitude), polygonsOf(text)];
  return at && polygons ? polygons.some((rings) => inside(rings, at)) : null;
}

function closest(longitude: number, latitude: number, text: string): readonly [Vector, Vector] | undefined {
  const [at, polygons] = [place(longitude, latitude), polygonsOf(text)];
  if (!at || !polygons) return undefined;
  if (polygons.some((rings) => inside(rings, at))) return [at, at];
  return [at, closestOf(polygons.flat().flatMap(around), at).at];
}

/** The place in a polygon that is closest to a place. */
export function closestOnPolygon(longitude: number, latitude: number, text: string): string | null {
  const found = closest(longitude, latitude, text);
  return found ? pointJson(found[1]) : null;
}

/** The distance of a place from a polygon in metres, 0 within it. */
export function distanceToPolygon(longitude: number, latitude: number, text: string): number | null {
  const found = closest(longitude, latitude, text);
  return found ? angle(...found) * EARTH_RADIUS : null;
}

function singlePolygon(text: string, name: string): Rings | undefined {
  const polygons = polygonsOf(text);
  return polygons && polygons.length > 1 ? undetermined(`${name} of several polygons`) : polygons?.[0];
}

/** The middle of a polygon by its mass. */
export function polygonCentroid(text: string): string | null {
  const rings = singlePolygon(text, 'geo_polygon_centroid');
  const masses = rings?.map((ring, index) => times(ringCentroid(ring), index === 0 ? 1 : -1));
  return masses ? pointJson(masses.reduce(plus)) : null;
}

/** The area of a polygon in square metres. */
export function polygonArea(text: string): number | null {
  const rings = singlePolygon(text, 'geo_polygon_area');
  if (!rings) return null;
  const area = rings.reduce((sum, ring, index) => sum + ringArea(ring) * (index === 0 ? 1 : -1), 0);
  return area * EARTH_RADIUS * EARTH_RADIUS;
}

/** The length of a polygon's boundary, its holes included, in metres. */
export function polygonPerimeter(text: string): number | null {
  const rings = singlePolygon(text, 'geo_polygon_perimeter');
  const arcs = rings?.flatMap(around);
  return arcs ? arcs.reduce((sum, [a, b]) => sum + angle(a, b), 0) * EARTH_RADIUS : null;
}

/** Whether a line crosses a polygon, or lies within it. */
export function lineIntersectsPolygon(line: string, polygon: string): boolean | null {
  const [paths, polygons] = [readLines(line), polygonsOf(polygon)];
  if (!paths || !polygons) return null;
  const edges = polygons.flat().flatMap(around);
  if (paths.flatMap(arcsOf).some((arc) => edges.some((edge) => doCross(arc, edge)))) return true;
  return paths.some(([first]) => first !== undefined && polygons.some((rings) => inside(rings, first)));
}

/** Whether two polygons share a part; edges that touch are refused. */
export function polygonsIntersect(left: string, right: string): boolean | null {
  const [a, b] = [polygonsOf(left), polygonsOf(right)];
  if (!a || !b) return null;
  const edges = b.flat().flatMap(around);
  if (
    a
      .flat()
      .flatMap(around)
      .some((arc) => edges.some((edge) => doCross(arc, edge)))
  )
    return true;
  const holdsOneOf = (outer: readonly Rings[], inner: readonly Rings[]): boolean =>
    inner.some((part) => {
      const corner = part[0]?.[0];
      return corner !== undefined && outer.some((rings) => inside(rings, corner));
    });
  return holdsOneOf(a, b) || holdsOneOf(b, a);
}
