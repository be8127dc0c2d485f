import { printJson } from '../print-json';
import { readItems } from './read-series';
import { undetermined } from './undetermined';

/** What `series_stats` tells of a series. */
export interface SeriesStatistics {
  readonly min: number;
  readonly minIndex: bigint;
  readonly max: number;
  readonly maxIndex: bigint;
  readonly avg: number;
  readonly stdev: number;
  readonly variance: number;
  readonly sum: number;
  readonly length: bigint;
}

/**
 * The statistics of a series; 'missing' where an element is no finite number and such elements are not ignored. Variance
 * and standard deviation are those of a sample. Series of fewer than two numbers are refused.
 */
export function seriesStatistics(text: string, ignore: boolean): SeriesStatistics | 'missing' | undefined {
  const items = readItems(text)?.map((item) => (item === null ? Number.NaN : Number(item)));
  if (!items) return undefined;
  const finite = items.filter(Number.isFinite);
  if (!ignore && finite.length < items.length) return 'missing';
  if (finite.length < 2) return undetermined('statistics of fewer than two values');
  const sum = finite.reduce((total, x) => total + x, 0);
  const avg = sum / finite.length;
  const variance = finite.reduce((total, x) => total + (x - avg) ** 2, 0) / (finite.length - 1);
  const [min, max] = [finite.reduce((a, b) => Math.min(a, b)), finite.reduce((a, b) => Math.max(a, b))];
  return {
    min,
    minIndex: BigInt(items.indexOf(min)),
    max,
    maxIndex: BigInt(items.indexOf(max)),
    avg,
    stdev: Math.sqrt(variance),
    variance,
    sum,
    length: BigInt(items.length),
  };
}

/** The statistics as one bag; series with elements that are no finite numbers are refused. */
export function statisticsBag(text: string, ignore = false): string | null {
  const found = seriesStatistics(text, ignore);
  if (!found) return null;
  if (found === 'missing' || readItems(text)?.some((item) => !Number.isFinite(Number(item ?? Number.NaN))))
    return undetermined('series_stats_dynamic of a series with missing values');
  return printJson(
    new Map<string, number | bigint>([
      ['min', found.min],
      ['min_idx', found.minIndex],
      ['max', found.max],
      ['max_idx', found.maxIndex],
      ['avg', found.avg],
      ['stdev', found.stdev],
      ['variance', found.variance],
      ['sum', found.sum],
      ['len', found.length],
    ]),
  );
}
