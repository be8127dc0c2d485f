import { printJson } from '../print-json';
import { decompose, seasonOf, type Decomposing, type Decomposition } from './decompose';
import { FENCES, outlierScores } from './outliers';
import { readReals } from './read-series';
import { undetermined } from './undetermined';

const settings = (
  seasonality: bigint | null = -1n,
  trend: string | null = 'avg',
  testPoints: bigint | null = 0n,
  threshold: number | null = 0.6,
): Decomposing => ({
  seasonality: Number(seasonality ?? -1n),
  trend: (trend ?? 'avg').toLowerCase(),
  testPoints: Number(testPoints ?? 0n),
  threshold: threshold ?? 0.6,
});

/** `series_decompose`: baseline, seasonal, trend and residual. */
export function decomposed(
  text: string | null,
  seasonality?: bigint | null,
  trend?: string | null,
  testPoints?: bigint | null,
  threshold?: number | null,
): Decomposition | undefined {
  const series = text === null ? undefined : readReals(text, 'series_decompose');
  return series && decompose(series, settings(seasonality, trend, testPoints, threshold));
}

/** `series_decompose_forecast`: the baseline, learned from all points but the last. */
export function forecast(
  text: string | null,
  points: bigint | null,
  seasonality?: bigint | null,
  trend: string | null = 'linefit',
  threshold?: number | null,
): string | null {
  const found = decomposed(text, seasonality, trend, points, threshold);
  return found ? printJson(found.baseline) : null;
}

/** What `series_decompose_anomalies` is told, in its order, after the series. */
export type AnomalyArguments = readonly [
  threshold?: number | null,
  seasonality?: bigint | null,
  trend?: string | null,
  testPoints?: bigint | null,
  method?: string | null,
  seasonalityThreshold?: number | null,
];

/** `series_decompose_anomalies`: flags, scores and the baseline, by fences around the residuals. */
export function anomalies(
  text: string | null,
  ...[threshold, seasonality, trend, testPoints, method, needed]: AnomalyArguments
): readonly [string, string, string] | undefined {
  if ((testPoints ?? 0n) !== 0n) return undetermined('anomalies of test points');
  const found = decomposed(text, seasonality, trend, 0n, needed);
  const fence = FENCES[(method ?? 'ctukey').toLowerCase()];
  if (!fence) return undetermined(`anomalies by ${String(method)}`);
  if (!found) return undefined;
  const scores = outlierScores(found.residual, fence);
  const limit = threshold ?? 1.5;
  const flags = scores.map((score) => (score > limit ? 1n : score < -limit ? -1n : 0n));
  return [printJson(flags), printJson(scores), printJson(found.baseline)];
}

/** `series_seasonal`: the seasonal part; zeros where there is none, or the period is no period. */
export function seasonalPart(text: string | null, period: bigint | null = -1n): string | null {
  const series = text === null ? undefined : readReals(text, 'series_seasonal');
  if (!series) return null;
  const given = Number(period ?? -1n);
  const how: Decomposing = {
    seasonality: given < -1 ? 0 : given,
    trend: 'none',
    testPoints: 0,
    threshold: 0.7,
  };
  return printJson(seasonOf(series, how, series.length));
}
