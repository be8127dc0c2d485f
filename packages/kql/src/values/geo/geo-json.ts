import { isArray, isBag, type JsonValue } from '../json-value';
import { parseJson } from '../parse-json';
import { printJson } from '../print-json';
import { degreesOf, dot, place, type Vector } from './sphere';

/** A polygon: rings without their closing place, the shell first, then its holes. */
export type Rings = readonly (readonly Vector[])[];

/** A point as GeoJSON. */
export const pointJson = (at: Vector): string => coordinatesJson('Point', [...degreesOf(at)]);

/** A geometry as GeoJSON. */
export const coordinatesJson = (type: string, coordinates: JsonValue): string =>
  printJson(
    new Map<string, JsonValue>([
      ['type', type],
      ['coordinates', coordinates],
    ]),
  );

interface Geometry {
  readonly type: JsonValue | undefined;
  readonly coordinates: JsonValue | undefined;
}

function geometryOf(text: string): Geometry {
  const value = parseJson(text);
  return isBag(value)
    ? { type: value.get('type'), coordinates: value.get('coordinates') }
    : { type: undefined, coordinates: undefined };
}

/** The paths of a LineString or MultiLineString; nothing where it is not valid. */
export function readLines(text: string): readonly (readonly Vector[])[] | undefined {
  const { type, coordinates } = geometryOf(text);
  if (type !== 'LineString' && type !== 'MultiLineString') return undefined;
  const lists = type === 'LineString' ? [coordinates ?? null] : coordinates;
  if (!isArray(lists ?? null) || (lists as readonly JsonValue[]).length === 0) return undefined;
  return complete((lists as readonly JsonValue[]).map(pathOf));
}

/** The polygons of a Polygon or MultiPolygon, their rings not yet checked; nothing where places are not valid. */
export function readPolygons(text: string): readonly Rings[] | undefined {
  const { type, coordinates } = geometryOf(text);
  if (type !== 'Polygon' && type !== 'MultiPolygon') return undefined;
  const list = type === 'Polygon' ? [coordinates ?? null] : (coordinates ?? null);
  if (!isArray(list) || list.length === 0) return undefined;
  return complete(
    list.map((rings) => (isArray(rings) && rings.length > 0 ? complete(rings.map(ringOf)) : undefined)),
  );
}

function ringOf(value: JsonValue): readonly Vector[] | undefined {
  const path = pathOf(value);
  const [first, last] = [path?.[0], path?.at(-1)];
  if (!path || path.length < 4 || !first || !last || !isSame(first, last)) return undefined;
  const ring = path.slice(0, -1);
  return new Set(ring.map(String)).size === ring.length ? ring : undefined;
}

function pathOf(value: JsonValue): readonly Vector[] | undefined {
  if (!isArray(value) || value.length < 2) return undefined;
  const path = complete(value.map(placeOf));
  const far = path?.some((at, index) => index > 0 && dot(at, path[index - 1] ?? at) < -1 + 1e-15);
  return far || path?.every((at) => isSame(at, path[0] ?? at)) ? undefined : path;
}

function placeOf(value: JsonValue): Vector | undefined {
  if (!isArray(value) || value.length < 2) return undefined;
  const [longitude = null, latitude = null] = value;
  const isNumber = (one: JsonValue): boolean => typeof one === 'number' || typeof one === 'bigint';
  return isNumber(longitude) && isNumber(latitude) ? place(Number(longitude), Number(latitude)) : undefined;
}

const isSame = (a: Vector, b: Vector): boolean => a.every((part, index) => part === b[index]);

function complete<Value>(values: readonly (Value | undefined)[]): readonly Value[] | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}
