import type { KqlType } from '@casebook/core';
import { isGeohash } from '../values/geo/geohash';
import { readH3 } from '../values/geo/h3-index';
import { cellOfToken } from '../values/geo/s2-cell';
import { place } from '../values/geo/sphere';
import { undetermined } from '../values/geo/undetermined';
import { isArrayOf, isLine, isPolygon } from '../values/geo/validity';
import type { FunctionRow, Takes } from './function-row';

/** A function whose answer is known where its arguments are invalid, and refused elsewhere. */
function refused(
  name: string,
  takes: readonly Takes[],
  isValid: (...args: never[]) => boolean,
  gives: KqlType = 'dynamic',
): FunctionRow {
  const js = (...args: unknown[]): null =>
    (isValid as (...values: unknown[]) => boolean)(...args) ? undetermined(`geo_${name}`) : null;
  return { name: `geo_${name}`, takes, gives, js };
}

const isTolerance = (tolerance = 10): boolean => tolerance >= 0.1 && tolerance <= 10_000;

const isCell = (cell: string): boolean => readH3(cell) !== undefined;

/** Functions that need Kusto's own geometry to be exact, answered only where their arguments are invalid. */
export const GEO_REFUSED: readonly FunctionRow[] = [
  refused(
    'point_buffer',
    ['real', 'real', 'real', 'real?'],
    (lng: number, lat: number, radius: number) => place(lng, lat) !== undefined && radius > 0,
  ),
  refused(
    'line_buffer',
    ['dynamic', 'real', 'real?'],
    (line: string, radius: number) => isLine(line) && radius > 0,
  ),
  refused(
    'polygon_buffer',
    ['dynamic', 'real', 'real?'],
    (polygon: string, radius: number) => isPolygon(polygon) && radius > 0,
  ),
  refused(
    'line_densify',
    ['dynamic', 'real?', 'bool?'],
    (line: string, tolerance?: number) => isLine(line) && isTolerance(tolerance),
  ),
  refused(
    'polygon_densify',
    ['dynamic', 'real?', 'bool?'],
    (polygon: string, tolerance?: number) => isPolygon(polygon) && isTolerance(tolerance),
  ),
  refused(
    'line_simplify',
    ['dynamic', 'real?'],
    (line: string, tolerance = 0) => isLine(line) && tolerance >= 0,
  ),
  refused(
    'polygon_simplify',
    ['dynamic', 'real?'],
    (polygon: string, tolerance = 0) => isPolygon(polygon) && tolerance >= 0,
  ),
  refused(
    'simplify_polygons_array',
    ['dynamic', 'real?'],
    (list: string, tolerance = 0) => isArrayOf(list, isPolygon) && tolerance >= 0,
  ),
  refused('union_polygons_array', ['dynamic'], (list: string) => isArrayOf(list, isPolygon)),
  refused('union_lines_array', ['dynamic'], (list: string) => isArrayOf(list, isLine)),
  refused(
    'intersection_2polygons',
    ['dynamic', 'dynamic'],
    (a: string, b: string) => isPolygon(a) && isPolygon(b),
  ),
  refused(
    'intersection_line_with_polygon',
    ['dynamic', 'dynamic'],
    (line: string, polygon: string) => isLine(line) && isPolygon(polygon),
  ),
  refused('line_to_s2cells', ['dynamic', 'long?', 'real?'], isLine),
  refused('polygon_to_s2cells', ['dynamic', 'long?', 'real?'], isPolygon),
  refused('polygon_to_h3cells', ['dynamic', 'long?', 'real?'], isPolygon),
  refused('geohash_neighbors', ['string'], isGeohash),
  refused('s2cell_neighbors', ['string'], (token: string) => cellOfToken(token) !== undefined),
  refused('h3cell_to_central_point', ['string'], isCell),
  refused('h3cell_to_polygon', ['string'], isCell),
  refused('h3cell_neighbors', ['string'], isCell),
  refused(
    'h3cell_rings',
    ['string', 'long'],
    (cell: string, distance: bigint) => isCell(cell) && distance >= 0n && distance <= 142n,
  ),
  refused(
    'point_to_h3cell',
    ['real', 'real', 'long?'],
    (lng: number, lat: number, resolution = 6n) =>
      place(lng, lat) !== undefined && resolution >= 0n && resolution <= 15n,
    'string',
  ),
];
