/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

/** A quarter of a great circle of the sphere with the radius 6,371,010 m. */
const QUARTER = (Math.PI / 2) * 6_371_010;

const EQUATOR = 'dynamic({"type": "LineString", "coordinates": [[0, 0], [90, 0]]})';
const OCTANT = 'dynamic({"type": "Polygon", "coordinates": [[[0, 0], [90, 0], [0, 90], [0, 0]]]})';
const CLOCKWISE = 'dynamic({"type": "Polygon", "coordinates": [[[0, 0], [0, 90], [90, 0], [0, 0]]]})';
const HOLED =
  'dynamic({"type": "Polygon", "coordinates": [[[0, 0], [8, 0], [8, 8], [0, 8], [0, 0]], [[2, 2], [2, 4], [4, 4], [4, 2], [2, 2]]]})';
const BOW = 'dynamic({"type": "Polygon", "coordinates": [[[0, 0], [8, 8], [8, 0], [0, 8], [0, 0]]]})';
const at = (x: number, y: number): unknown => ({ type: 'Point', coordinates: [x, y] });

answersAsKusto(
  {
    'distances and directions': [
      [
        'print a = geo_distance_2points(0, 0, 90, 0), b = geo_distance_2points(7, 90, 8, 0), c = geo_distance_2points(5, 5, 5, 5), d = geo_distance_2points(181, 0, 0, 0), e = geo_distance_2points(0, real(null), 0, 0)',
        'a,b,c,d,e',
        [[QUARTER, QUARTER, 0, null, null]],
      ],
      [
        'print n = geo_azimuth(3, 0, 3, 10), e = round(geo_azimuth(0, 0, 9, 0) / pi(), 12), s = round(geo_azimuth(3, 10, 3, 0) / pi(), 12), w = round(geo_azimuth(9, 0, 0, 0) / pi(), 12), none = geo_azimuth(1, 1, 1, 1)',
        'n,e,s,w,none',
        [[0, 0.5, 1, 1.5, null]],
      ],
      [
        'print a = round(degrees(geo_angle(0, 10, 0, 0, 10, 0)), 9), b = round(degrees(geo_angle(10, 0, 0, 0, 0, 10)), 9), none = geo_angle(0, 0, 0, 0, 1, 1)',
        'a,b,none',
        [[90, 270, null]],
      ],
      [
        'print a = geo_point_in_circle(0, 0, 0, 1, 112000), b = geo_point_in_circle(0, 0, 0, 1, 111000), c = geo_point_in_circle(0, 0, 0, 1, 0), d = geo_point_in_circle(0, 91, 0, 1, 10)',
        'a,b,c,d',
        [[true, false, null, null]],
      ],
    ],
    'geohash cells': [
      [
        'print a = geo_point_to_geohash(0, 0), b = geo_point_to_geohash(-180, -90, 3), c = geo_point_to_geohash(180, 90, 2), d = geo_point_to_geohash(0, 0, 0), e = geo_point_to_geohash(0, 0, 19), f = geo_point_to_geohash(0, 91)',
        'a,b,c,d,e,f',
        [['s0000', '000', 'zz', '', '', '']],
      ],
      [
        'print c = geo_geohash_to_central_point("s"), p = geo_geohash_to_polygon("s"), none = geo_geohash_to_central_point("sa"), empty = geo_geohash_to_polygon("")',
        'c,p,none,empty',
        [
          [
            at(22.5, 22.5),
            {
              type: 'Polygon',
              coordinates: [
                [
                  [0, 0],
                  [45, 0],
                  [45, 45],
                  [0, 45],
                  [0, 0],
                ],
              ],
            },
            null,
            null,
          ],
        ],
      ],
      ['print n = geo_geohash_neighbors("a"), s = geo_s2cell_neighbors("a")', 'n,s', [[null, null]]],
    ],
    'S2 cells': [
      [
        'print a = geo_point_to_s2cell(0, 0, 0), b = geo_point_to_s2cell(0, 90, 0), c = geo_point_to_s2cell(0, -90, 1), d = geo_point_to_s2cell(0, 0, 31), e = geo_point_to_s2cell(0, 100)',
        'a,b,c,d,e',
        [['1', '5', 'b4', '', '']],
      ],
      [
        'print c = geo_s2cell_to_central_point("1"), n = geo_s2cell_to_polygon("zz"), r = geo_point_to_s2cell(12.5, 41.9, 12) == geo_point_to_s2cell(todouble(geo_s2cell_to_central_point(geo_point_to_s2cell(12.5, 41.9, 12)).coordinates[0]), todouble(geo_s2cell_to_central_point(geo_point_to_s2cell(12.5, 41.9, 12)).coordinates[1]), 12)',
        'c,n,r',
        [[at(0, 0), null, true]],
      ],
    ],
    'H3 cells': [
      [
        'print l = geo_h3cell_level("8928308280fffff"), p = geo_h3cell_parent("8928308280fffff"), q = geo_h3cell_parent("8928308280fffff", 5), n = array_length(geo_h3cell_children("8928308280fffff")), pentagon = array_length(geo_h3cell_children("8009fffffffffff"))',
        'l,p,q,n,pentagon',
        [[9, '8828308281fffff', '85283083fffffff', 7, 6]],
      ],
      [
        'print l = geo_h3cell_level("xyz"), p = geo_h3cell_parent("8009fffffffffff"), q = geo_h3cell_parent("8928308280fffff", 12), c = geo_h3cell_children("8928308280fffff", 15)',
        'l,p,q,c',
        [[null, '', '', null]],
      ],
    ],
    'well-known text': [
      [
        'print a = geo_from_wkt("point(1 -2.5)"), b = geo_from_wkt("MULTIPOINT ((1 2), (3 4))"), c = geo_from_wkt("POLYGON ((0 0, 1 0, 1 1, 0 0))"), d = geo_from_wkt("POINT (1)"), e = geo_from_wkt("CIRCLE (1 1)"), f = geo_from_wkt("POINT (1 2) x")',
        'a,b,c,d,e,f',
        [
          [
            at(1, -2.5),
            {
              type: 'MultiPoint',
              coordinates: [
                [1, 2],
                [3, 4],
              ],
            },
            {
              type: 'Polygon',
              coordinates: [
                [
                  [0, 0],
                  [1, 0],
                  [1, 1],
                  [0, 0],
                ],
              ],
            },
            null,
            null,
            null,
          ],
        ],
      ],
    ],
    lines: [
      [
        `print length = geo_line_length(${EQUATOR}), half = tostring(geo_line_interpolate_point(${EQUATOR}, 0.5)), whole = geo_line_interpolate_point(${EQUATOR}, 2), share = round(geo_line_locate_point(${EQUATOR}, 30, 20), 12), centre = round(todouble(geo_line_centroid(${EQUATOR}).coordinates[0]), 9)`,
        'length,half,whole,share,centre',
        [[QUARTER, '{"type":"Point","coordinates":[45.0,0.0]}', null, 0.333333333333, 45]],
      ],
      [
        `print far = geo_distance_point_to_line(45, 90, ${EQUATOR}), near = geo_distance_point_to_line(90, 0, ${EQUATOR}), foot = round(todouble(geo_closest_point_on_line(30, 20, ${EQUATOR}).coordinates[0]), 9), bad = geo_line_length(dynamic({"type": "LineString", "coordinates": [[1, 1]]}))`,
        'far,near,foot,bad',
        [[QUARTER, 0, 30, null]],
      ],
      [
        `print x = geo_intersects_2lines(${EQUATOR}, dynamic({"type": "LineString", "coordinates": [[10, -5], [10, 5]]})), y = geo_intersects_2lines(${EQUATOR}, dynamic({"type": "LineString", "coordinates": [[10, 1], [10, 5]]})), p = geo_intersection_2lines(${EQUATOR}, dynamic({"type": "LineString", "coordinates": [[10, 1], [10, 5]]}))`,
        'x,y,p',
        [[true, false, { type: 'GeometryCollection', geometries: [] }]],
      ],
    ],
    polygons: [
      [
        `print a = geo_point_in_polygon(45, 45, ${OCTANT}), b = geo_point_in_polygon(45, -45, ${OCTANT}), c = geo_point_in_polygon(45, 45, ${CLOCKWISE}), d = geo_point_in_polygon(-135, -45, ${OCTANT}), e = geo_point_in_polygon(1, 1, ${BOW}), f = geo_point_in_polygon(300, 1, ${OCTANT})`,
        'a,b,c,d,e,f',
        [[true, false, true, false, null, null]],
      ],
      [
        `print a = geo_point_in_polygon(1, 1, ${HOLED}), b = geo_point_in_polygon(3, 3, ${HOLED}), c = geo_point_in_polygon(9, 3, ${HOLED}), d = geo_distance_point_to_polygon(1, 1, ${HOLED}), e = geo_distance_point_to_polygon(45, -90, ${OCTANT})`,
        'a,b,c,d,e',
        [[true, false, false, 0, QUARTER]],
      ],
      [
        `print a = round(geo_polygon_area(${OCTANT}) / (pi() / 2 * 6371010 * 6371010), 12), p = round(geo_polygon_perimeter(${OCTANT}) / (3 * pi() / 2 * 6371010), 12), c = round(todouble(geo_polygon_centroid(${OCTANT}).coordinates[0]), 9)`,
        'a,p,c',
        [[1, 1, 45]],
      ],
      [
        `print a = geo_intersects_line_with_polygon(dynamic({"type": "LineString", "coordinates": [[1, 1], [1, 1.5]]}), ${HOLED}), b = geo_intersects_line_with_polygon(dynamic({"type": "LineString", "coordinates": [[3, 3], [9, 3]]}), ${HOLED}), c = geo_intersects_line_with_polygon(dynamic({"type": "LineString", "coordinates": [[9, 3], [9, 4]]}), ${HOLED})`,
        'a,b,c',
        [[true, true, false]],
      ],
    ],
    'two polygons': [
      [
        `print a = geo_intersects_2polygons(${HOLED}, dynamic({"type": "Polygon", "coordinates": [[[6, 1], [9, 1], [9, 2], [6, 1]]]})), b = geo_intersects_2polygons(${HOLED}, dynamic({"type": "Polygon", "coordinates": [[[2.5, 2.5], [3, 2.5], [3, 3], [2.5, 2.5]]]})), c = geo_intersects_2polygons(dynamic({"type": "Polygon", "coordinates": [[[5, 5], [6, 5], [6, 6], [5, 5]]]}), ${HOLED}), d = geo_intersects_2polygons(${BOW}, ${HOLED})`,
        'a,b,c,d',
        [[true, false, true, null]],
      ],
    ],
    'what is invalid is null, also where the rest is refused': [
      [
        `print a = geo_point_buffer(200, 1, 5), b = geo_point_buffer(1, 1, 0), c = geo_line_buffer(${OCTANT}, 5), d = geo_polygon_buffer(${BOW}, 5), e = geo_polygon_densify(${HOLED}, 0), f = geo_line_densify(dynamic(null)), g = geo_union_polygons_array(dynamic([1])), h = geo_intersection_2polygons(${HOLED}, ${EQUATOR}), i = geo_h3cell_rings("abc", 1), j = geo_h3cell_to_central_point("1"), k = geo_point_to_h3cell(1, 1, 16)`,
        'a,b,c,d,e,f,g,h,i,j,k',
        [[null, null, null, null, null, null, null, null, null, null, '']],
      ],
    ],
    'over columns': [
      [
        'datatable(x:real, y:real)[0.0, 0.0, 200.0, 0.0, real(null), 1.0] | project h = geo_point_to_geohash(x, y, 2), d = geo_distance_2points(x, y, 0, 0)',
        'h,d',
        [
          ['s0', 0],
          ['', null],
          ['', null],
        ],
      ],
    ],
  },
  [
    ['print geo_distance_2points(0, 0, 1, 1, true)', 'unsupported geometry: distance on the spheroid', '1:7'],
    ['print geo_geohash_neighbors("s0")', 'unsupported geometry: geo_geohash_neighbors', '1:7'],
    [
      `print geo_point_in_polygon(45, 0, ${OCTANT})`,
      'unsupported geometry: a place on the edge of a polygon',
      '1:7',
    ],
    [`print geo_intersects_2lines(${EQUATOR}, ${EQUATOR})`, 'unsupported geometry: lines that touch', '1:7'],
  ],
);
