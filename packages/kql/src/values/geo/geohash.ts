import { place } from './sphere';
import { coordinatesJson } from './geo-json';

const DIGITS = '0123456789bcdefghjkmnpqrstuvwxyz';
const LONGEST = 18;

interface Cell {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** The geohash of a place with so many digits, 1 to 18; empty where there is none. */
export function geohashOf(
  longitude: number | null,
  latitude: number | null,
  accuracy: bigint | null = 5n,
): string {
  if (longitude === null || latitude === null || !place(longitude, latitude)) return '';
  if (accuracy === null || accuracy < 1n || accuracy > BigInt(LONGEST)) return '';
  const ranges = [
    { low: -180, high: 180, value: longitude },
    { low: -90, high: 90, value: latitude },
  ];
  let digits = '';
  let digit = 0;
  for (let bit = 0; bit < 5 * Number(accuracy); bit += 1) {
    const range = ranges[bit % 2] ?? { low: 0, high: 0, value: 0 };
    const middle = (range.low + range.high) / 2;
    const upper = range.value >= middle;
    if (upper) range.low = middle;
    else range.high = middle;
    digit = digit * 2 + (upper ? 1 : 0);
    if (bit % 5 < 4) continue;
    digits += DIGITS[digit] ?? '';
    digit = 0;
  }
  return digits;
}

function cellOf(geohash: string): Cell | undefined {
  if (geohash.length < 1 || geohash.length > LONGEST) return undefined;
  const ranges = [
    { low: -180, high: 180 },
    { low: -90, high: 90 },
  ];
  for (const [index, letter] of [...geohash].entries()) {
    const digit = DIGITS.indexOf(letter);
    if (digit < 0) return undefined;
    for (let bit = 0; bit < 5; bit += 1) {
      const range = ranges[(index * 5 + bit) % 2] ?? { low: 0, high: 0 };
      const middle = (range.low + range.high) / 2;
      if ((digit >> (4 - bit)) & 1) range.low = middle;
      else range.high = middle;
    }
  }
  const [lng, lat] = ranges;
  return lng && lat && { west: lng.low, east: lng.high, south: lat.low, north: lat.high };
}

/** The middle of a geohash's cell. */
export function geohashCenter(geohash: string): string | null {
  const cell = cellOf(geohash);
  return cell ? coordinatesJson('Point', [(cell.west + cell.east) / 2, (cell.south + cell.north) / 2]) : null;
}

/** The cell of a geohash as a polygon. */
export function geohashPolygon(geohash: string): string | null {
  const cell = cellOf(geohash);
  if (!cell) return null;
  const { west, east, south, north } = cell;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return coordinatesJson('Polygon', [ring]);
}

/** Whether a text is a geohash. */
export const isGeohash = (text: string): boolean => cellOf(text) !== undefined;
