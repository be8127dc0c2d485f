import { CasebookError, encodeColumn, Frame, type Column, type KqlType } from '@casebook/core';
import { stlOptions, type DecomposeSeriesOptions } from './decompose-series-options';
import { regularSeries } from './regular-series';
import { residualScores } from './residual-scores';
import { stl, type StlParts } from './stl';

const PARTS = ['residual', 'trend', 'seasonal', 'weights', 'baseline'] as const;

type Parts = Readonly<Record<(typeof PARTS)[number], Float64Array>>;

/**
 * Splits a series into season, trend and residual, and marks anomalies: the time and value columns, then `residual`,
 * `trend`, `seasonal`, `weights`, `baseline` (trend + seasonal), `score` (real; standard deviations of the residual from its
 * mean) and `anomalies` (long; 1 above, -1 below, 0 within the threshold), sorted by time. A flat series scores 0.
 *
 * MSTICPy's `ts_anomalies_stl` truncates every column to whole numbers before it scores, never marks a dip, gives -1 to a high value
 * in a seasonal trough, and takes series shorter than two seasons; `compatibility: 'msticpy'` does the same. It also takes rows in
 * the order in which they come, and gaps and missing values for numbers; that is an error here in either way.
 *
 * Errors: `UnknownColumn`, `TypeMismatch`, `InvalidParameter`, and `InvalidValue` that says where the series has a gap, an
 * uneven step or no value, or that it is shorter than two seasons. An empty frame gives an empty frame.
 * O(n × trend) time. Source: Cleveland et al., "STL" (1990), as `statsmodels.tsa.seasonal.STL` computes it. The robust weights of residuals
 * that are only rounding are rounding too, here as there.
 */
export function decomposeSeries(frame: Frame, options: DecomposeSeriesOptions): Frame {
  const { timeColumn, valueColumn, scoreThreshold = 3, compatibility } = options;
  const windows = stlOptions(options);
  const { frame: sorted, values } = regularSeries(frame, timeColumn, valueColumn);
  if (values.length > 0 && values.length < 2 * windows.period && compatibility !== 'msticpy')
    throw new CasebookError(
      'InvalidValue',
      `short series: ${values.length} points of a period of ${windows.period}`,
      {
        help: 'Give at least two seasons, or a shorter period.',
      },
    );
  const exact = values.length === 0 ? noParts() : withBaseline(stl(values, windows));
  const parts = compatibility === 'msticpy' ? truncated(exact) : exact;
  const score = residualScores(parts.residual, compatibility === 'msticpy' ? undefined : values);
  const anomalies = Array.from(score, (one, row) =>
    compatibility === 'msticpy'
      ? originalMark(one, parts.seasonal[row] as number, scoreThreshold)
      : mark(one, scoreThreshold),
  );
  const type: KqlType = compatibility === 'msticpy' ? 'long' : 'real';
  const value =
    compatibility === 'msticpy'
      ? numbers(valueColumn, 'long', values.map(Math.trunc))
      : sorted.column(valueColumn);
  return new Frame([
    sorted.column(timeColumn),
    value,
    ...PARTS.map((name) => numbers(name, type, parts[name])),
    numbers('score', 'real', score),
    { name: 'anomalies', data: encodeColumn('long', anomalies, 'anomalies') },
  ]);
}

const numbers = (name: string, type: KqlType, values: Float64Array): Column => ({
  name,
  data: encodeColumn(
    type,
    type === 'long' ? Array.from(values, (value) => value + 0) : Array.from(values),
    name,
  ),
});

const mark = (score: number, threshold: number): number =>
  Math.abs(score) > threshold ? Math.sign(score) : 0;

const originalMark = (score: number, seasonal: number, threshold: number): number =>
  score > threshold ? Math.sign(seasonal) + 0 : 0;

const withBaseline = (parts: StlParts): Parts => ({
  ...parts,
  baseline: parts.trend.map((trend, row) => trend + (parts.seasonal[row] as number)),
});

const truncated = (parts: Parts): Parts => {
  const whole = (name: keyof Parts): Float64Array => parts[name].map((value) => Math.trunc(value) + 0);
  return {
    residual: whole('residual'),
    trend: whole('trend'),
    seasonal: whole('seasonal'),
    weights: whole('weights'),
    baseline: whole('baseline'),
  };
};

const noParts = (): Parts => {
  const none = new Float64Array(0);
  return { residual: none, trend: none, seasonal: none, weights: none, baseline: none };
};
