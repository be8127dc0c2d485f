/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const BEYOND = 'unsupported moment outside of the years 1 to 9999';

answersAsKusto(
  {
    'the first and the last moments': [
      [
        'print a = endofday(datetime(9999-12-31)), b = endofmonth(datetime(9999-12-01)), c = endofyear(datetime(9999-01-01)), d = startofyear(datetime(0001-12-31)), e = startofweek(datetime(0001-01-07))',
        'a,b,c,d,e',
        [
          [
            '9999-12-31T23:59:59.9999999Z',
            '9999-12-31T23:59:59.9999999Z',
            '9999-12-31T23:59:59.9999999Z',
            '0001-01-01T00:00:00Z',
            '0001-01-07T00:00:00Z',
          ],
        ],
      ],
      [
        `print a = datetime_diff('week', datetime(0001-01-07), datetime(0001-01-01)), b = datetime_diff('week', datetime(0001-01-06), datetime(0001-01-01)), c = datetime_diff('week', datetime(0001-01-01), datetime(0001-01-14))`,
        'a,b,c',
        [[1, 0, -2]],
      ],
      [
        'datatable(t: datetime)[datetime(null), datetime(9999-12-31)] | project a = t - 1d, b = endofyear(t)',
        'a,b',
        [
          [null, null],
          ['9999-12-30T00:00:00Z', '9999-12-31T23:59:59.9999999Z'],
        ],
      ],
    ],
    'unix time': [
      [
        'print a = unixtime_seconds_todatetime(1546300800), b = unixtime_seconds_todatetime(-0.5), c = unixtime_milliseconds_todatetime(1546300800123), d = unixtime_microseconds_todatetime(1546300800123456), e = unixtime_nanoseconds_todatetime(1546300800000000000)',
        'a,b,c,d,e',
        [
          [
            '2019-01-01T00:00:00Z',
            '1969-12-31T23:59:59.5Z',
            '2019-01-01T00:00:00.123Z',
            '2019-01-01T00:00:00.123456Z',
            '2019-01-01T00:00:00Z',
          ],
        ],
      ],
      [
        'datatable(s: real)[1.5, real(null), real(nan), 1e30] | project t = unixtime_seconds_todatetime(s)',
        't',
        [['1970-01-01T00:00:01.5Z'], [null], [null], [null]],
      ],
    ],
    'texts of moments': [
      [
        `datatable(s: string)['2020-06-15', '2020-06-15T10:20', '2020-06-15 10:20:30.5Z', 'Sat, 8 Nov 14 15:05:02 GMT', '08-Nov-14 15:05', '2020-13-01', 'not a date', ''] | project t = todatetime(s)`,
        't',
        [
          ['2020-06-15T00:00:00Z'],
          ['2020-06-15T10:20:00Z'],
          ['2020-06-15T10:20:30.5Z'],
          ['2014-11-08T15:05:02Z'],
          ['2014-11-08T15:05:00Z'],
          [null],
          [null],
          [null],
        ],
      ],
      [
        `print a = totimespan('0.00:03:00'), b = totimespan('1d'), c = totimespan('-00:30:00'), d = totimespan('abc'), e = totimespan('')`,
        'a,b,c,d,e',
        [['00:03:00', '1.00:00:00', '-00:30:00', null, null]],
      ],
    ],
    formats: [
      [
        `print a = format_datetime(datetime(2020-06-15 13:45:09.1), 'ss.FFF'), b = format_datetime(datetime(2020-06-15 13:45:09), 'FFF'), c = format_timespan(1500ms, 'ss.FF')`,
        'a,b,c',
        [['09.1', '', '01.5']],
      ],
    ],
    'literals with blanks': [
      [
        'print a = datetime(2017 - 08 - 01), b = datetime(2017 -8- 1 10:20)',
        'a,b',
        [['2017-08-01T00:00:00Z', '2017-08-01T10:20:00Z']],
      ],
    ],
    'bins of reals': [
      [
        'datatable(x: real, s: real)[5.7, 1.5, 5.7, -1.0, -5.7, 2.0] | project a = bin(x, s), b = bin(x, -2)',
        'a,b',
        [
          [4.5, null],
          [null, null],
          [-6, null],
        ],
      ],
    ],
  },
  [
    ['print datetime(9999-12-31 23:59:59.9999999) + 1tick', BEYOND, '1:7'],
    ['print datetime(0001-01-01) - 1tick', BEYOND, '1:7'],
    ['datatable(t: datetime)[datetime(9999-12-31)] | project t + 1d', BEYOND, ''],
    ['print startofweek(datetime(0001-01-01))', BEYOND, '1:7'],
    ['print endofweek(datetime(9999-12-31))', BEYOND, '1:7'],
    ['print endofyear(datetime(9999-12-31), 1)', BEYOND, '1:7'],
    [`print datetime_add('day', -1, datetime(0001-01-01))`, BEYOND, '1:7'],
    ['print todatetime(-1)', BEYOND, '1:7'],
    [
      'print unixtime_nanoseconds_todatetime(1546300800123456789)',
      'unsupported unix time finer than it can be told: 1546300800123456789',
      '1:7',
    ],
    [`print todatetime('2020')`, 'unsupported todatetime of 2020', '1:7'],
    [`print todatetime('2020-06-15T10')`, 'unsupported todatetime of 2020-06-15T10', '1:7'],
    [`print todatetime('10:20')`, 'unsupported todatetime of 10:20', '1:7'],
    [`print todatetime('8 Nov 2014')`, 'unsupported todatetime of 8 Nov 2014', '1:7'],
    [`print todatetime('June 15, 2020')`, 'unsupported todatetime of June 15, 2020', '1:7'],
    [`print totimespan('25:00:00')`, 'unsupported totimespan of 25:00:00', '1:7'],
    [`print totimespan('1.5')`, 'unsupported totimespan of 1.5', '1:7'],
    [`print totimespan('1d 2h')`, 'unsupported totimespan of 1d 2h', '1:7'],
    [
      `print format_datetime(datetime(2020-06-15), 'ss.FFF')`,
      'unsupported format: a point before digits that are left out',
      '1:7',
    ],
    ['print bin(5.7, 0.0)', 'unsupported bin of size 0.0', '1:7'],
    ['datatable(x: real, s: real)[1.0, 0.0] | project bin(x, s)', 'unsupported bin of size 0.0', ''],
  ],
);
