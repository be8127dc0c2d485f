import type { ColumnInfo, KqlType } from '@casebook/core';
import type { Constant } from '../plan/scalar';
import type { JsonValue } from '../values/json-value';
import { printJson } from '../values/print-json';
import { anomalies, decomposed, type AnomalyArguments } from '../values/series/anomalies';
import type { Decomposition } from '../values/series/decompose';
import { validatedPeriods } from '../values/series/periods';
import { seriesStatistics, type SeriesStatistics } from '../values/series/statistics';
import { lineFitFields, twoLinesField } from './series-bags';
import type { TupleRow } from './tuple-row';

const columns = (type: KqlType, ...names: readonly string[]): readonly ColumnInfo[] =>
  names.map((name) => ({ name, type }));

const constantOf = (value: JsonValue | undefined): Constant =>
  typeof value === 'object' && value !== null ? printJson(value) : (value ?? null);

const STATISTICS: Readonly<Record<string, keyof SeriesStatistics>> = {
  min: 'min',
  min_idx: 'minIndex',
  max: 'max',
  max_idx: 'maxIndex',
  avg: 'avg',
  stdev: 'stdev',
  variance: 'variance',
};

const statistic =
  (column: string) =>
  (text: string, ignore = false): Constant => {
    const found = seriesStatistics(text, ignore);
    const key = STATISTICS[column];
    return found && found !== 'missing' && key ? found[key] : null;
  };

const partOf =
  (column: string) =>
  (...args: Parameters<typeof decomposed>): Constant => {
    const found = decomposed(...args);
    return found ? printJson(found[column as keyof Decomposition]) : null;
  };

const ANOMALIES = ['ad_flag', 'ad_score', 'baseline'];

const anomaly =
  (column: string) =>
  (text: string | null, ...how: AnomalyArguments): Constant =>
    anomalies(text, ...how)?.[ANOMALIES.indexOf(column)] ?? null;

const NOT_CERTAIN =
  'a period is detected where it is certain; a series whose seasonality hangs on Kusto’s unpublished score is refused';

const LINE = ['rsquare', 'slope', 'variance', 'rvariance', 'interception'];

/** Functions over series that give several columns. Microsoft documents each under its name. */
export const SERIES_TUPLES: readonly TupleRow[] = [
  {
    name: 'series_stats',
    takes: ['dynamic', 'bool?'],
    columns: Object.keys(STATISTICS).flatMap((name) =>
      columns(name.endsWith('_idx') ? 'long' : 'real', name),
    ),
    js: statistic,
    note: 'series of fewer than two values are refused',
  },
  {
    name: 'series_fit_line',
    takes: ['dynamic'],
    columns: [...columns('real', ...LINE), ...columns('dynamic', 'line_fit')],
    js: (column) => (text: string) => constantOf(lineFitFields(text)?.get(column)),
    note: 'values on one line are refused: their residuals are rounding',
  },
  {
    name: 'series_fit_2lines',
    takes: ['dynamic'],
    columns: [
      ...columns('real', 'rsquare'),
      ...columns('long', 'split_idx'),
      ...columns('real', 'variance', 'rvariance'),
      ...columns('dynamic', 'line_fit'),
      ...['right', 'left'].flatMap((side) =>
        columns(
          'real',
          ...['rsquare', 'slope', 'interception', 'variance', 'rvariance'].map((name) => `${side}_${name}`),
        ),
      ),
    ],
    js: (column) => (text: string) => constantOf(twoLinesField(column)(text)),
    note: 'split_idx is refused when it is read',
  },
  {
    name: 'series_periods_validate',
    takes: ['dynamic', 'real', 'real*'],
    columns: columns('dynamic', 'periods', 'scores'),
    js:
      (column) =>
      (text: string, ...periods: number[]) =>
        validatedPeriods(text, ...periods)?.[column === 'periods' ? 0 : 1] ?? null,
    note: 'periods that cannot be; the score of any other is refused',
  },
  {
    name: 'series_decompose',
    takes: ['dynamic', 'long?', 'string?', 'long?', 'real?'],
    columns: columns('dynamic', 'baseline', 'seasonal', 'trend', 'residual'),
    js: partOf,
    nulls: true,
    note: NOT_CERTAIN,
  },
  {
    name: 'series_decompose_anomalies',
    takes: ['dynamic', 'real?', 'long?', 'string?', 'long?', 'string?', 'real?'],
    columns: columns('dynamic', ...ANOMALIES),
    js: anomaly,
    nulls: true,
    note: `test points are refused, and residuals whose bulk is one value; ${NOT_CERTAIN}`,
  },
];
