import { angle, EARTH_RADIUS, place } from './sphere';
import { undetermined } from './undetermined';

/** The distance of two places on the sphere, in metres; measuring on the spheroid is refused. */
export function distanceOfPoints(
  lng1: number,
  lat1: number,
  lng2: number,
  lat2: number,
  spheroid = false,
): number | null {
  if (spheroid) return undetermined('distance on the spheroid');
  const [a, b] = [place(lng1, lat1), place(lng2, lat2)];
  return a && b ? angle(a, b) * EARTH_RADIUS : null;
}

/** Whether a place is within a circle around another, its radius in metres. */
export function pointInCircle(
  ...[lng, lat, centerLng, centerLat, radius]: [number, number, number, number, number]
): boolean | null {
  const [at, center] = [place(lng, lat), place(centerLng, centerLat)];
  return at && center && radius > 0 ? angle(at, center) * EARTH_RADIUS <= radius : null;
}

/** The direction from one place to another, clockwise from north, in radians; null where there is none. */
export function azimuth(lng1: number, lat1: number, lng2: number, lat2: number): number | null {
  const [a, b] = [place(lng1, lat1), place(lng2, lat2)];
  if (!a || !b) return null;
  const apart = angle(a, b);
  if (apart < 1e-15 || Math.PI - apart < 1e-15) return null;
  const radians = (degrees: number): number => (Math.PI / 180) * degrees;
  const [from, to, turn] = [radians(lat1), radians(lat2), radians(lng2) - radians(lng1)];
  const east = Math.sin(turn) * Math.cos(to);
  const north = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(turn);
  return positive(Math.atan2(east, north));
}

const positive = (turn: number): number => (turn < 0 ? turn + 2 * Math.PI : turn);

/** The angle at the second of three places, clockwise from the first to the third, in radians. */
export function angleOfPoints(
  ...[lng1, lat1, lng2, lat2, lng3, lat3]: [number, number, number, number, number, number]
): number | null {
  const [first, third] = [azimuth(lng2, lat2, lng1, lat1), azimuth(lng2, lat2, lng3, lat3)];
  return first === null || third === null ? null : positive(third - first);
}
