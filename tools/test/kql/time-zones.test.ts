/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

answersAsKusto(
  {
    'time zones': [
      [
        `let t = datetime(2026-07-04 12:00:00.1234567); print a = datetime_utc_to_local(t, 'Asia/Tokyo'), b = datetime_utc_to_local(t, 'US/Eastern'), c = datetime_utc_to_local(t, 'Asia/Kolkata'), d = datetime_utc_to_local(datetime(null), 'UTC'), e = datetime_utc_to_local(datetime(9999-12-31 23:00), 'Asia/Tokyo')`,
        'a,b,c,d,e',
        [
          [
            '2026-07-04T21:00:00.1234567Z',
            '2026-07-04T08:00:00.1234567Z',
            '2026-07-04T17:30:00.1234567Z',
            null,
            null,
          ],
        ],
      ],
      [
        `datatable(l: datetime, z: string)[datetime(2026-01-15 09:00), 'Europe/Paris', datetime(2026-07-15 09:00), 'Europe/Paris', datetime(2026-07-15 09:00), 'America/Los_Angeles'] | project u = datetime_local_to_utc(l, z)`,
        'u',
        [['2026-01-15T08:00:00Z'], ['2026-07-15T07:00:00Z'], ['2026-07-15T16:00:00Z']],
      ],
      [
        `range l from datetime(2026-03-29 01:00) to datetime(2026-03-29 03:00) step 1h | project u = datetime_local_to_utc(l, 'Europe/Berlin')`,
        'u',
        [['2026-03-29T00:00:00Z'], ['2026-03-29T00:00:00Z'], ['2026-03-29T01:00:00Z']],
      ],
    ],
    'todatetime in the formats of RFC 822, RFC 850 and ISO 8601': [
      [
        `print a = todatetime('Sat, 8 Nov 14 15:05:02 GMT'), b = todatetime('8 Nov 14 15:05'), c = todatetime('Saturday, 08-Nov-14 15:05:02 GMT'), d = todatetime('08-Nov-14 15:05'), e = todatetime('2014-11-08T15:05 GMT'), f = todatetime('2014-11-08T15:05:02.5+02:00'), g = todatetime('31 Feb 14 10:00')`,
        'a,b,c,d,e,f,g',
        [
          [
            '2014-11-08T15:05:02Z',
            '2014-11-08T15:05:00Z',
            '2014-11-08T15:05:02Z',
            '2014-11-08T15:05:00Z',
            '2014-11-08T15:05:00Z',
            '2014-11-08T13:05:02.5Z',
            null,
          ],
        ],
      ],
    ],
    'weeks of the year': [
      [
        'print a = week_of_year(datetime(2026-01-01)), b = week_of_year(datetime(2027-01-01)), c = week_of_year(datetime(2015-03-01)), d = weekofyear(datetime(2024-12-28)), e = weekofyear(datetime(2024-03-01))',
        'a,b,c,d,e',
        [[1, 53, 9, 52, 9]],
      ],
    ],
  },
  [
    [`print datetime_utc_to_local(now(), 'Mars/Olympus')`, 'unsupported time zone: Mars/Olympus', '1:7'],
    [
      `print datetime_local_to_utc(datetime(2026-10-25 02:30), 'Europe/Berlin')`,
      'unsupported ambiguous local time: its hour comes twice',
      '1:7',
    ],
    ['print weekofyear(datetime(2015-03-01))', 'unsupported ambiguous weekofyear: use week_of_year', '1:7'],
  ],
);
