import { coordinatesJson, pointJson } from './geo-json';
import { cellAt, cellOfToken, curved, raised, S2_LEVELS, tokenOf, type S2Cell } from './s2-cell';
import { degreesOf, place, unit, type Vector } from './sphere';

/** The token of the S2 cell of a level that holds a place; empty where there is none. */
export function s2TokenOf(
  longitude: number | null,
  latitude: number | null,
  level: bigint | null = 11n,
): string {
  const at = longitude === null || latitude === null ? undefined : place(longitude, latitude);
  if (!at || level === null || level < 0n || level > BigInt(S2_LEVELS)) return '';
  return tokenOf(cellAt(at, Number(level)));
}

const corner = ({ face, column, row, level }: S2Cell, right: number, up: number): Vector =>
  unit(raised(face, curved((column + right) / 2 ** level), curved((row + up) / 2 ** level)));

/** The middle of an S2 cell. */
export function s2Center(token: string): string | null {
  const cell = cellOfToken(token);
  return cell ? pointJson(corner(cell, 0.5, 0.5)) : null;
}

/** An S2 cell as a polygon. */
export function s2Polygon(token: string): string | null {
  const cell = cellOfToken(token);
  if (!cell) return null;
  const ring = [
    corner(cell, 0, 0),
    corner(cell, 1, 0),
    corner(cell, 1, 1),
    corner(cell, 0, 1),
    corner(cell, 0, 0),
  ];
  return coordinatesJson('Polygon', [ring.map((at) => [...degreesOf(at)])]);
}
