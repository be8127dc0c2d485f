import { CasebookError } from '@casebook/core';
import type { StlOptions } from './stl';

/** What `decomposeSeries` is told. */
export interface DecomposeSeriesOptions {
  /** A datetime column with equal steps. */
  readonly timeColumn: string;
  /** The numbers to decompose. */
  readonly valueColumn: string;
  /** Points of a season; default 24, a day of hours. */
  readonly period?: number;
  /** Width of the seasonal smoother in seasons, odd, from 3; default 7. */
  readonly seasonal?: number;
  /** Width of the trend smoother in points, odd, over `period`; default the least odd one from `1.5 period / (1 - 1.5 / seasonal)`. */
  readonly trend?: number;
  /** Standard deviations beyond which a residual is an anomaly; default 3. */
  readonly scoreThreshold?: number;
  /** Whether outliers count less in the fit; default false. */
  readonly robust?: boolean;
  /** `'msticpy'` gives the original's columns: whole numbers by truncation, and no dips; also for less than two seasons. */
  readonly compatibility?: 'msticpy';
}

/** The windows that STL takes for a period and a seasonal width, as `statsmodels` chooses them. */
export function stlOptions(options: DecomposeSeriesOptions): StlOptions {
  const { period = 24, seasonal = 7, robust = false } = options;
  const odd = (value: number): number => (value % 2 === 0 ? value + 1 : value);
  const { trend = odd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonal))) } = options;
  const isWidth = (value: number, least: number): boolean => Number.isInteger(value) && value >= least;
  if (!isWidth(period, 2)) throw refused('period', period, 'Give a whole number from 2.');
  if (!isWidth(seasonal, 3) || seasonal % 2 === 0)
    throw refused('seasonal', seasonal, 'Give an odd number from 3.');
  if (!isWidth(trend, period + 1) || trend % 2 === 0)
    throw refused('trend', trend, `Give an odd number over the period of ${period}.`);
  return {
    period,
    seasonal,
    trend,
    lowPass: odd(period + 1),
    inner: robust ? 2 : 5,
    outer: robust ? 15 : 0,
  };
}

const refused = (name: string, value: number, help: string): CasebookError =>
  new CasebookError('InvalidParameter', `invalid ${name}: ${value}`, { help });
