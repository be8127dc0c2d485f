import { coordinatesJson, pointJson } from './geo-json';
import { cellAt, cellOfToken, curved, raised, S2_LEVELS, tokenOf, type S2Cell } from './s2-cell';
import { degreesOf, place, unit, type Vector } from './sphere';
import { undetermined } from './undetermined';

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

/** The neighbours of an S2 cell: null where it is none, refused otherwise, as the order that Kusto gives is not documented. */
export const s2Neighbors = (token: string): null =>
  cellOfToken(token) ? undetermined('the order of neighbouring cells') : null;
