/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const HOSTS = `datatable(host:string, d:dynamic, n:long)[
  'a', dynamic({"port": 80, "name": "web"}), 1,
  'b', dynamic({"port": 22, "extra": {"x": 1}}), 2,
  'c', dynamic(null), 3] `;
const CLASH = `datatable(name:string, d:dynamic)['old', dynamic({"name": "new", "age": 5}), 'older', dynamic({"age": 6})] `;
const ONE = 'print d = dynamic({"b": 1, "a": "x", "c": true}) ';

answersAsKusto(
  {
    'columns of the data': [
      [
        `${HOSTS}| evaluate bag_unpack(d)`,
        'host,n,extra,name,port',
        [
          ['a', 1, null, 'web', 80],
          ['b', 2, { x: 1 }, '', 22],
          ['c', 3, null, '', null],
        ],
      ],
      [`${ONE}| evaluate bag_unpack(d, 'p_')`, 'p_a,p_b,p_c', [['x', 1, true]]],
      [
        `${ONE}| evaluate bag_unpack(d) | getschema | project ColumnName, ColumnType`,
        'ColumnName,ColumnType',
        [
          ['a', 'string'],
          ['b', 'long'],
          ['c', 'bool'],
        ],
      ],
      [
        'datatable(d:dynamic)[dynamic({"v": 1}), dynamic({"v": "s"}), dynamic({"v": null})] | evaluate bag_unpack(d) | extend t = gettype(v)',
        'v,t',
        [
          [1, 'long'],
          ['s', 'string'],
          [null, 'null'],
        ],
      ],
      [
        'datatable(k:long, d:dynamic)[1, dynamic([5]), 2, dynamic("s"), 3, dynamic({"x": 7})] | evaluate bag_unpack(d)',
        'k,x',
        [
          [1, null],
          [2, null],
          [3, 7],
        ],
      ],
      ['datatable(k:long, d:dynamic)[] | evaluate bag_unpack(d)', 'k', []],
      [
        'print d = dynamic({"a~b/c": 1, "q\\"uote": 2, "[x]": 3}) | evaluate bag_unpack(d)',
        '[x],a~b/c,q"uote',
        [[3, 1, 2]],
      ],
      ['print d = dynamic({"X": 1}), x = 2 | evaluate bag_unpack(d)', 'x,X', [[2, 1]]],
    ],
    'names that are also columns': [
      [
        `${CLASH}| evaluate bag_unpack(d, columnsConflict='replace_source')`,
        'name,age',
        [
          ['new', 5],
          ['', 6],
        ],
      ],
      [
        `${CLASH}| evaluate bag_unpack(d, columnsConflict='keep_source')`,
        'name,age',
        [
          ['old', 5],
          ['older', 6],
        ],
      ],
      [
        `${CLASH}| evaluate bag_unpack(d, 'd_', 'error')`,
        'name,d_age,d_name',
        [
          ['old', 5, 'new'],
          ['older', 6, ''],
        ],
      ],
      [
        "print name = 'kept', d = dynamic({\"z\": 1}) | evaluate bag_unpack(d, columnsConflict='replace_source')",
        'name,z',
        [['kept', 1]],
      ],
    ],
    'names left out': [
      [`${ONE}| evaluate bag_unpack(d, ignoredProperties=dynamic(['a', 'c']))`, 'b', [[1]]],
      [`${ONE}| evaluate bag_unpack(d, 'p_', 'keep_source', dynamic(['b']))`, 'p_a,p_c', [['x', true]]],
    ],
    'a declared schema': [
      [
        `${HOSTS}| evaluate bag_unpack(d) : (*, port:long, name:string)`,
        'host,n,port,name',
        [
          ['a', 1, 80, 'web'],
          ['b', 2, 22, ''],
          ['c', 3, null, ''],
        ],
      ],
      [
        `${HOSTS}| evaluate bag_unpack(d) : (port:string, host:string, absent:real)`,
        'port,host,absent',
        [
          ['80', 'a', null],
          ['22', 'b', null],
          ['', 'c', null],
        ],
      ],
      [
        `${CLASH}| evaluate bag_unpack(d, columnsConflict='keep_source') : (name:string, age:long)`,
        'name,age',
        [
          ['old', 5],
          ['older', 6],
        ],
      ],
      [`${HOSTS}| take 1 | evaluate bag_unpack(d, 'x_') : (*, x_port:int)`, 'host,n,x_port', [['a', 1, 80]]],
    ],
    'several in one query': [
      [
        `let A = ${ONE}| evaluate bag_unpack(d); let B = print d = dynamic({"b": 1, "z": 9}) | evaluate bag_unpack(d); A | join kind=inner B on b | project a, z`,
        'a,z',
        [['x', 9]],
      ],
      [
        `${ONE}| extend e = bag_pack('q', 1) | evaluate bag_unpack(d) | evaluate bag_unpack(e, 'e_')`,
        'a,b,c,e_q',
        [['x', 1, true, 1]],
      ],
      [
        'let f = (T:(d:dynamic)) { T | evaluate bag_unpack(d) }; print d = dynamic({"x": 1}) | invoke f() | extend y = x + 1',
        'x,y',
        [[1, 2]],
      ],
      [
        `union (${ONE}| evaluate bag_unpack(d)), (print b = 5)| project a, b | sort by b asc`,
        'a,b',
        [
          ['x', 1],
          ['', 5],
        ],
      ],
    ],
  },
  [
    [`${CLASH}| evaluate bag_unpack(d)`, 'unsupported bag_unpack onto an existing column: name', '1:110'],
    [
      `${ONE}| evaluate bag_unpack(d, columnsConflict='newest')`,
      'unsupported columnsConflict: newest',
      '1:61',
    ],
    [
      'let f = (T:(d:dynamic)) { T | evaluate bag_unpack(d) }; union (f((print d = dynamic({"x": 1})))), (f((print d = dynamic({"y": 1}))))',
      'unsupported bag_unpack without a schema in a function called more than once: f',
      '1:31',
    ],
  ],
);
