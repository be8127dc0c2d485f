import { fromWkt } from '../values/geo/wkt';
import { geohashCenter, geohashOf, geohashPolygon } from '../values/geo/geohash';
import { h3Children, h3Parent, readH3 } from '../values/geo/h3-index';
import * as lines from '../values/geo/line-functions';
import { angleOfPoints, azimuth, distanceOfPoints, pointInCircle } from '../values/geo/point-functions';
import * as polygons from '../values/geo/polygon-functions';
import { s2Center, s2Polygon, s2TokenOf } from '../values/geo/s2-functions';
import { printJson } from '../values/print-json';
import type { FunctionRow, Takes } from './function-row';
import type { KqlType } from '@casebook/core';
import type { Constant } from '../plan/scalar';

const row = (
  name: string,
  takes: readonly Takes[],
  gives: KqlType,
  js: (...args: never[]) => Constant,
  more: Partial<FunctionRow> = {},
): FunctionRow => ({ name: `geo_${name}`, takes, gives, js, ...more });

const POINT = ['real', 'real'] as const;
const NULLS = { nulls: true };

/** Functions over places. */
const PLACES: readonly FunctionRow[] = [
  row('distance_2points', [...POINT, ...POINT, 'bool?'], 'real', distanceOfPoints, {
    note: 'on the sphere; the spheroid is refused',
  }),
  row('point_in_circle', [...POINT, ...POINT, 'real'], 'bool', pointInCircle),
  row('azimuth', [...POINT, ...POINT], 'real', azimuth),
  row('angle', [...POINT, ...POINT, ...POINT], 'real', angleOfPoints),
  row('from_wkt', ['string'], 'dynamic', fromWkt),
];

/** Functions over the cells of grids. */
const GRIDS: readonly FunctionRow[] = [
  row('point_to_geohash', [...POINT, 'long?'], 'string', geohashOf, NULLS),
  row('geohash_to_central_point', ['string'], 'dynamic', geohashCenter),
  row('geohash_to_polygon', ['string'], 'dynamic', geohashPolygon),
  row('point_to_s2cell', [...POINT, 'long?'], 'string', s2TokenOf, NULLS),
  row('s2cell_to_central_point', ['string'], 'dynamic', s2Center),
  row('s2cell_to_polygon', ['string'], 'dynamic', s2Polygon),
  row('h3cell_level', ['string'], 'long', (cell: string) => {
    const found = readH3(cell);
    return found ? BigInt(found.resolution) : null;
  }),
  row('h3cell_parent', ['string', 'long?'], 'string', h3Parent),
  row('h3cell_children', ['string', 'long?'], 'dynamic', (cell: string, resolution?: bigint) => {
    const found = h3Children(cell, resolution);
    return found ? printJson(found) : null;
  }),
];

const TOUCHING = 'lines that touch or overlap are refused';

/** Functions over lines and polygons. */
const SHAPES: readonly FunctionRow[] = [
  row('line_length', ['dynamic'], 'real', lines.lineLength),
  row('line_centroid', ['dynamic'], 'dynamic', lines.lineCentroid),
  row('line_interpolate_point', ['dynamic', 'real'], 'dynamic', lines.interpolated),
  row('line_locate_point', ['dynamic', ...POINT], 'real', lines.located),
  row('closest_point_on_line', [...POINT, 'dynamic'], 'dynamic', lines.closestOnLine),
  row('distance_point_to_line', [...POINT, 'dynamic'], 'real', lines.distanceToLine),
  row('intersects_2lines', ['dynamic', 'dynamic'], 'bool', lines.linesIntersect, { note: TOUCHING }),
  row('intersection_2lines', ['dynamic', 'dynamic'], 'dynamic', lines.linesIntersection, { note: TOUCHING }),
  row('intersects_line_with_polygon', ['dynamic', 'dynamic'], 'bool', polygons.lineIntersectsPolygon, {
    note: TOUCHING,
  }),
  row('intersects_2polygons', ['dynamic', 'dynamic'], 'bool', polygons.polygonsIntersect, { note: TOUCHING }),
  row('point_in_polygon', [...POINT, 'dynamic'], 'bool', polygons.pointInPolygon, {
    note: 'a place on the edge itself is refused',
  }),
  row('closest_point_on_polygon', [...POINT, 'dynamic'], 'dynamic', polygons.closestOnPolygon),
  row('distance_point_to_polygon', [...POINT, 'dynamic'], 'real', polygons.distanceToPolygon),
  row('polygon_centroid', ['dynamic'], 'dynamic', polygons.polygonCentroid, {
    note: 'several polygons are refused',
  }),
  row('polygon_area', ['dynamic'], 'real', polygons.polygonArea, { note: 'several polygons are refused' }),
  row('polygon_perimeter', ['dynamic'], 'real', polygons.polygonPerimeter, {
    note: 'several polygons are refused',
  }),
];

/** Functions over places on Earth, a sphere for Kusto. Microsoft documents each under its name. */
export const GEO_FUNCTIONS: readonly FunctionRow[] = [...PLACES, ...GRIDS, ...SHAPES];
