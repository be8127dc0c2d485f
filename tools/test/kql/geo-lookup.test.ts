/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const AREAS = `let areas = datatable(area:string, shape:dynamic)[
  'square', dynamic({"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]]}),
  'triangle', dynamic({"type": "Polygon", "coordinates": [[[3, 3], [9, 3], [9, 9], [3, 3]]]}),
  'broken', dynamic({"type": "Polygon", "coordinates": [[[1, 1]]]})];
let roads = datatable(road:string, way:dynamic)[
  'equator', dynamic({"type": "LineString", "coordinates": [[0, 0], [20, 0]]})];
datatable(place:string, x:real, y:real)['a', 1.0, 1.0, 'b', 3.9, 3.5, 'c', 20.0, 30.0, 'd', real(null), 0.0]
| evaluate `;

answersAsKusto(
  {
    geo_polygon_lookup: [
      [
        `${AREAS} geo_polygon_lookup(areas, shape, x, y) | project place, area | sort by place asc, area asc`,
        'place,area',
        [
          ['a', 'square'],
          ['b', 'square'],
          ['b', 'triangle'],
        ],
      ],
      [
        `${AREAS} geo_polygon_lookup(areas, shape, x, y, return_unmatched = true) | sort by place asc, area asc`,
        'place,x,y,area',
        [
          ['a', 1, 1, 'square'],
          ['b', 3.9, 3.5, 'square'],
          ['b', 3.9, 3.5, 'triangle'],
          ['c', 20, 30, ''],
          ['d', null, 0, ''],
        ],
      ],
      [
        `${AREAS} geo_polygon_lookup(areas, shape, x, y, 300000, return_lookup_key = true) | project place, area, form = tostring(shape.type) | sort by place asc, area asc`,
        'place,area,form',
        [
          ['a', 'square', 'Polygon'],
          ['b', 'square', 'Polygon'],
          ['b', 'triangle', 'Polygon'],
        ],
      ],
    ],
    geo_line_lookup: [
      [
        `${AREAS} geo_line_lookup(roads, way, x, y, 120000) | project place, road`,
        'place,road',
        [['a', 'equator']],
      ],
    ],
  },
  [
    [
      'datatable(x:real, s:dynamic)[1.0, dynamic(null)] | evaluate geo_polygon_lookup((datatable(x:real, p:dynamic)[]), p, x, x)',
      'unsupported lookup with a column of both sides: x',
      '1:61',
    ],
  ],
);
