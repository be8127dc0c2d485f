/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { answersAsKusto } from '../../src/kql-answers';

const VISITS = `datatable(day:datetime, who:string, site:string)[
  datetime(2026-01-01), 'a', 'x', datetime(2026-01-01), 'b', 'y', datetime(2026-01-01), 'a', 'x',
  datetime(2026-01-02), 'b', 'x', datetime(2026-01-02), 'c', 'x',
  datetime(2026-01-03), 'a', 'x', datetime(2026-01-03), 'c', 'y'] | evaluate `;
const SPAN = 'datetime(2026-01-01), datetime(2026-01-03)';
const D = (day: number): string => `2026-01-0${day}T00:00:00Z`;
const TICKS =
  'datatable(t:long, id:string)[10, "a", 12, "a", 25, "a", 31, "b", 33, "b", 38, "b"] | evaluate ';

answersAsKusto(
  {
    'windows against all before': [
      [
        `${VISITS}activity_counts_metrics(who, day, ${SPAN}, 1d) | sort by day asc`,
        'day,count,dcount,new_dcount,aggregated_dcount',
        [
          [D(1), 3, 2, 2, 2],
          [D(2), 2, 2, 1, 3],
          [D(3), 2, 2, 0, 3],
        ],
      ],
      [
        `${TICKS}activity_counts_metrics(id, t, 10, 39, 10) | sort by t asc`,
        't,count,dcount,new_dcount,aggregated_dcount',
        [
          [10, 2, 1, 1, 1],
          [20, 1, 1, 0, 1],
          [30, 3, 1, 1, 2],
        ],
      ],
    ],
    'windows against the one before': [
      [
        `${VISITS}activity_metrics(who, day, ${SPAN}, 1d) | sort by day asc`,
        'day,dcount_values,dcount_newvalues,retention_rate,churn_rate',
        [
          [D(1), 2, 2, 1, 0],
          [D(2), 2, 1, 0.5, 0.5],
          [D(3), 2, 1, 0.5, 0.5],
        ],
      ],
      [
        `${VISITS}activity_metrics(who, day, ${SPAN}, 1d, site) | where site == 'x' | sort by day asc | project day, dcount_newvalues, retention_rate`,
        'day,dcount_newvalues,retention_rate',
        [
          [D(1), 1, 1],
          [D(2), 2, 0],
          [D(3), 1, 0],
        ],
      ],
      [`${VISITS}activity_metrics(who, day, 1d) | summarize sum(dcount_values)`, 'sum_dcount_values', [[6]]],
    ],
    'what becomes of new ids': [
      [
        `${VISITS}new_activity_metrics(who, day, datetime(2026-01-01), datetime(2026-01-02), 1d) | sort by from_day asc, to_day asc`,
        'from_day,to_day,dcount_new_values,dcount_retained_values,dcount_churn_values,retention_rate,churn_rate',
        [
          [D(1), D(1), 2, 2, 0, 1, 0],
          [D(1), D(2), 1, 1, 1, 0.5, 0.5],
          [D(2), D(2), 1, 1, 0, 1, 0],
        ],
      ],
      [
        `${VISITS}new_activity_metrics(who, day, ${SPAN}, 1d, datetime(2026-01-01)) | project to_day, dcount_new_values, dcount_retained_values | sort by to_day asc`,
        'to_day,dcount_new_values,dcount_retained_values',
        [
          [D(1), 2, 2],
          [D(2), 1, 1],
          [D(3), 1, 1],
        ],
      ],
      [
        `let seen = print who = 'a'; ${VISITS}new_activity_metrics(who, day, ${SPAN}, 1d, datetime(2026-01-01), seen) | project to_day, dcount_retained_values | sort by to_day asc`,
        'to_day,dcount_retained_values',
        [
          [D(1), 1],
          [D(2), 1],
          [D(3), 0],
        ],
      ],
    ],
    'sliding windows': [
      [
        `${VISITS}sliding_window_counts(who, day, ${SPAN}, 2d, 1d) | sort by day asc`,
        'day,Count,Dcount',
        [
          [D(1), 3, 2],
          [D(2), 5, 3],
          [D(3), 4, 3],
        ],
      ],
      [
        `${VISITS}sliding_window_counts(who, day, ${SPAN}, 2d, 1d, site) | where site == 'y' | sort by day asc`,
        'day,site,Count,Dcount',
        [
          [D(1), 'y', 1, 1],
          [D(2), 'y', 1, 1],
          [D(3), 'y', 1, 1],
        ],
      ],
      [
        `${VISITS}active_users_count(who, day, datetime(2026-01-02), datetime(2026-01-03), 3d, 1d, 2, 1d) | sort by day asc`,
        'day,dcount',
        [
          [D(2), 1],
          [D(3), 2],
        ],
      ],
      [
        `${TICKS}session_count(id, t, 1, 100, 10, 5) | sort by t asc`,
        't,count_sessions',
        [
          [10, 1],
          [20, 1],
          [30, 2],
        ],
      ],
    ],
    'rolling percentiles': [
      [
        'range t from 1 to 9 step 1 | evaluate rolling_percentile(t, 50, t, 3, 2) | sort by t asc',
        't,rolling_2_percentile_t_50',
        [
          [0, 1],
          [3, 3],
          [6, 5],
          [9, 7],
        ],
      ],
      [`${VISITS}rolling_percentile(day, 100, day, 1d, 1) | count`, 'Count', [[3]]],
    ],
  },
  [
    [
      `${VISITS}activity_engagement(who, day, ${SPAN}, 1d, 7d)`,
      'unsupported plugin: activity_engagement',
      '4:78',
    ],
    [
      `${VISITS}activity_counts_metrics(who, day, datetime(2026-01-01), datetime(2026-01-04), 1d)`,
      'unsupported activity_counts_metrics over windows without events',
      '',
    ],
    [
      `${VISITS}sliding_window_counts(who, day, datetime(2026-01-02), datetime(2026-01-03), 2d, 1d)`,
      'unsupported sliding_window_counts of events before the start',
      '',
    ],
    [
      `${VISITS}activity_metrics(who, day, ${SPAN}, 7d)`,
      'unsupported start that is not a multiple of the window',
      '4:78',
    ],
    [
      `${VISITS}funnel_sequence_completion(who, day, ${SPAN}, 1d, site, dynamic(['x']), dynamic([1d]))`,
      'unsupported plugin: funnel_sequence_completion',
      '4:78',
    ],
  ],
);
