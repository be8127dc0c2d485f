/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const READINGS = `datatable(at:long, spot:string, value:long)[0, 'a', 1, 3, 'a', 2, 4, 'b', 5, 9, 'b', 7] | make-series `;
const TO_SIX = 'on at from 0 to 6 step 3';

answersAsKusto(
  {
    series: [
      [
        'datatable(l0:long, g0:string, v0:long)[1, "x", 5, 4, "y", 6] | make-series s = sum(v0) on l0 step 2 by g0 | sort by g0 asc',
        'g0,s,l0',
        [
          ['x', [5], [0]],
          ['y', [6], [4]],
        ],
      ],
      [
        `${READINGS}s = sum(value) ${TO_SIX}`,
        's,at',
        [
          [
            [1, 7],
            [0, 3],
          ],
        ],
      ],
      [
        `${READINGS}s = sum(value) default = 8.0 ${TO_SIX} by spot | sort by spot asc`,
        'spot,s,at',
        [
          ['a', [1, 2], [0, 3]],
          ['b', [8, 5], [0, 3]],
        ],
      ],
      [
        `${READINGS}covariancep(at, value) ${TO_SIX}`,
        'covariancep_at_value,at',
        [
          [
            [0, 0.75],
            [0, 3],
          ],
        ],
      ],
      ['datatable(at:long)[] | make-series n = count() on at from 0 to 6 step 3', 'n,at', []],
      [
        'datatable(at:long)[] | make-series kind=nonempty n = count() on at from 0 to 6 step 3',
        'n,at',
        [
          [
            [0, 0],
            [0, 3],
          ],
        ],
      ],
      [
        'datatable(at:long)[7] | make-series kind=nonempty n = count() on at from 0 to 6 step 3',
        'n,at',
        [
          [
            [0, 0],
            [0, 3],
          ],
        ],
      ],
    ],
  },
  [
    [`${READINGS}s = max(spot) ${TO_SIX}`, 'unsupported make-series of a string', '1:103'],
    [
      `${READINGS}s = sum(value) default = 0.5 ${TO_SIX}`,
      'unsupported make-series default of a real',
      '1:128',
    ],
    [
      'datatable(at:long)[7] | make-series n = count() on at from 0 to 6 step 3',
      'unsupported make-series of rows that all lie outside of its bounds',
      '',
    ],
    [
      `${READINGS}s = count() on at from 8 to 12 step 2 by spot`,
      'unsupported make-series of rows that all lie outside of its bounds',
      '',
    ],
    [
      `${READINGS}s = count() on at from 0 to 12 step -2`,
      'unsupported make-series between these bounds, by this step',
      '',
    ],
  ],
);
