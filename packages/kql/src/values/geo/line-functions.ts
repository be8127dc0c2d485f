import { arcsOf, along, closestOf, crossing, doCross, type Arc } from './arcs';
import { pointJson, readLines } from './geo-json';
import { angle, dot, EARTH_RADIUS, minus, normal, place, plus, size, times, type Vector } from './sphere';
import { undetermined } from './undetermined';

const lengthOf = (arcs: readonly Arc[]): number => arcs.reduce((sum, [a, b]) => sum + angle(a, b), 0);

/** The arcs of all lines, where no two lines run along the same way: Kusto would count that once. */
function separateArcs(paths: readonly (readonly Vector[])[]): readonly Arc[] {
  const lines = paths.map(arcsOf);
  lines.forEach((line, index) => {
    const others = lines.slice(index + 1).flat();
    if (line.some((arc) => others.some((other) => overlap(arc, other)))) undetermined('lines that overlap');
  });
  return lines.flat();
}

function overlap([a, b]: Arc, [c, d]: Arc): boolean {
  const [one, other] = [normal(a, b), normal(c, d)];
  const tilt = size(minus(times(one, 1 / size(one)), times(other, 1 / size(other))));
  return Math.min(tilt, 2 - tilt) < 1e-9;
}

/** The length of a line in metres. */
export function lineLength(text: string): number | null {
  const paths = readLines(text);
  return paths ? lengthOf(separateArcs(paths)) * EARTH_RADIUS : null;
}

/** The middle of a line by its mass. */
export function lineCentroid(text: string): string | null {
  const paths = readLines(text);
  if (!paths) return null;
  const weighted = separateArcs(paths).map(([a, b]): Vector => {
    const [sum, difference] = [plus(a, b), minus(a, b)];
    return times(sum, Math.sqrt(dot(difference, difference) / dot(sum, sum)));
  });
  return pointJson(weighted.reduce(plus));
}

function singlePath(text: string, name: string): readonly Vector[] | undefined {
  const paths = readLines(text);
  return paths && paths.length > 1 ? undetermined(`${name} of several lines`) : paths?.[0];
}

/** The place at a share of a line's length. */
export function interpolated(text: string, share: number): string | null {
  const path = singlePath(text, 'geo_line_interpolate_point');
  if (!path || !(share >= 0 && share <= 1)) return null;
  const arcs = arcsOf(path);
  let left = share * lengthOf(arcs);
  for (const arc of arcs) {
    const length = angle(...arc);
    if (left < length) return pointJson(along(arc, left));
    left -= length;
  }
  return pointJson(path.at(-1) ?? [1, 0, 0]);
}

/** At which share of a line's length it is closest to a place. */
export function located(text: string, longitude: number, latitude: number): number | null {
  const path = singlePath(text, 'geo_line_locate_point');
  const at = place(longitude, latitude);
  if (!path || !at) return null;
  const arcs = arcsOf(path);
  const foot = closestOf(arcs, at);
  const before = lengthOf(arcs.slice(0, foot.arc));
  return Math.min(1, (before + angle(path[foot.arc] ?? foot.at, foot.at)) / lengthOf(arcs));
}

function closest(longitude: number, latitude: number, text: string): readonly [Vector, Vector] | undefined {
  const [at, paths] = [place(longitude, latitude), readLines(text)];
  return at && paths && [at, closestOf(paths.flatMap(arcsOf), at).at];
}

/** The place on a line that is closest to a place. */
export function closestOnLine(longitude: number, latitude: number, text: string): string | null {
  const found = closest(longitude, latitude, text);
  return found ? pointJson(found[1]) : null;
}

/** The distance of a place from a line, in metres. */
export function distanceToLine(longitude: number, latitude: number, text: string): number | null {
  const found = closest(longitude, latitude, text);
  return found ? angle(...found) * EARTH_RADIUS : null;
}

function crossings(left: string, right: string): readonly Vector[] | undefined {
  const [a, b] = [readLines(left), readLines(right)];
  if (!a || !b) return undefined;
  const others = b.flatMap(arcsOf);
  return a
    .flatMap(arcsOf)
    .flatMap((one) => others.filter((other) => doCross(one, other)).map((other) => crossing(one, other)));
}

/** Whether two lines cross. */
export function linesIntersect(left: string, right: string): boolean | null {
  const found = crossings(left, right);
  return found ? found.length > 0 : null;
}

/** Where two lines cross: a point, or an empty collection; several crossings are refused. */
export function linesIntersection(left: string, right: string): string | null {
  const found = crossings(left, right);
  if (!found) return null;
  const [only, ...more] = found;
  if (!only) return '{"type":"GeometryCollection","geometries":[]}';
  return more.length > 0 ? undetermined('intersection of lines at several places') : pointJson(only);
}
