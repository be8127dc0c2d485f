/** A direction from the middle of the Earth; places are directions of length 1. */
export type Vector = readonly [x: number, y: number, z: number];

/** The radius of the sphere on which Kusto measures, in metres. */
export const EARTH_RADIUS = 6_371_010;

/** A place by longitude and latitude in degrees; nothing where they are out of range. */
export function place(longitude: number, latitude: number): Vector | undefined {
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return undefined;
  const [lng, lat] = [(Math.PI / 180) * longitude, (Math.PI / 180) * latitude];
  return [Math.cos(lat) * Math.cos(lng), Math.cos(lat) * Math.sin(lng), Math.sin(lat)];
}

/** Longitude and latitude of a direction in degrees. */
export const degreesOf = ([x, y, z]: Vector): readonly [longitude: number, latitude: number] => [
  Math.atan2(y, x) * (180 / Math.PI),
  Math.atan2(z, Math.sqrt(x * x + y * y)) * (180 / Math.PI),
];

/** The sum of two directions. */
export const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

/** The difference of two directions. */
export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

/** A direction made longer. */
export const times = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];

/** The scalar product. */
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** The vector product. */
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** The vector product of two places, precise also where they are close together; twice as long. */
export const normal = (a: Vector, b: Vector): Vector => cross(plus(b, a), minus(b, a));

/** The length. */
export const size = (a: Vector): number => Math.sqrt(dot(a, a));

/** The direction with the length 1. */
export const unit = (a: Vector): Vector => times(a, 1 / size(a));

/** The angle between two directions, in radians. */
export const angle = (a: Vector, b: Vector): number => Math.atan2(size(cross(a, b)), dot(a, b));

/** On which side of the arc from `a` to `b` a place is: positive to the left, 0 where it cannot be told. */
export function side(a: Vector, b: Vector, c: Vector): -1 | 0 | 1 {
  const volume = dot(cross(a, b), c);
  return Math.abs(volume) < 4e-16 ? 0 : volume > 0 ? 1 : -1;
}
