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
  /** Standard deviations beyond which a residual is an anomaly; default 3. */
  readonly scoreThreshold?: number;
  /** Whether outliers count less in the fit; default false. */
  readonly robust?: boolean;
  /** `'msticpy'` gives the original's columns: whole numbers by truncation, and no dips. */
  readonly compatibility?: 'msticpy';
}

/** The windows that STL takes for a period and a seasonal width, as `statsmodels` chooses them. */
export function stlOptions({
  period = 24,
  seasonal = 7,
  robust = false,
}: DecomposeSeriesOptions): StlOptions {
  if (!Number.isInteger(period) || period < 2)
    throw new CasebookError('InvalidParameter', `invalid period: ${period}`, {
      help: 'Give a whole number from 2.',
    });
  if (!Number.isInteger(seasonal) || seasonal < 3 || seasonal % 2 === 0)
    throw new CasebookError('InvalidParameter', `invalid seasonal: ${seasonal}`, {
      help: 'Give an odd number from 3.',
    });
  const odd = (value: number): number => (value % 2 === 0 ? value + 1 : value);
  return {
    period,
    seasonal,
    trend: odd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonal))),
    lowPass: odd(period + 1),
    inner: robust ? 2 : 5,
    outer: robust ? 15 : 0,
  };
}
