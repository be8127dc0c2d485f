import { fisherGTest, originalGTest } from './fisher-g-test';
import { periodogram } from './periodogram';

/** How periodic the moments of one group are. */
export interface Polling {
  /** The chance that moments without a period show such a peak. */
  readonly pValue: number;
  /** Cycles a second at the highest peak. */
  readonly frequency: number;
  /** Seconds a cycle there. */
  readonly interval: number;
  /** Seconds a bin. */
  readonly resolution: number;
}

/** How many bins a periodogram has at most; beyond it the bins become wider. */
const MOST_BINS = 2 ** 20;
/** How many bins a moment gets where no width is asked for, so that the work grows with the moments and not with the span. */
const BINS_A_MOMENT = 16;
const FEWEST_BINS = 1024;

/**
 * Fisher's g-test on the periodogram of counts per bin, of moments in seconds, sorted; nothing where all lie within three bins.
 * Mean, and for an even number of bins the highest frequency, do not take part. `original` gives MSTICPy's numbers: the last moment
 * is not counted, the mean takes part in n, and the last term of Fisher's sum is missing. O(n + b log b) for b bins.
 */
export function pollingOf(
  seconds: Float64Array,
  resolution: number | undefined,
  original: boolean,
): Polling | undefined {
  const first = seconds[0] ?? 0;
  const span = (seconds.at(-1) ?? 0) - first;
  const wanted = resolution ?? 1;
  const frugal = resolution === undefined && !original;
  const most = frugal ? Math.min(MOST_BINS, FEWEST_BINS + BINS_A_MOMENT * seconds.length) : MOST_BINS;
  const bin = wanted * Math.max(1, Math.ceil(span / wanted / (most - 1)));
  const bins = original ? Math.ceil(span / bin) : Math.floor(span / bin) + 1;
  if (bins < 4) return undefined;
  const counts = new Float64Array(bins);
  for (const second of seconds) {
    const at = Math.floor((second - first) / bin);
    if (at < bins) counts[at] = (counts[at] as number) + 1;
  }
  const powers = periodogram(counts).subarray(original ? 0 : 1, bins % 2 === 0 ? -1 : undefined);
  const sum = powers.reduce((total, power) => total + power, 0);
  const peak = powers.reduce((best, power, at) => (power > (powers[best] as number) ? at : best), 0);
  if (!(sum > 0)) return undefined;
  const g = (powers[peak] as number) / sum;
  const frequency = (original ? peak : peak + 1) / bins / bin;
  const pValue = (original ? originalGTest : fisherGTest)(g, powers.length);
  return { pValue, frequency, interval: 1 / frequency, resolution: bin };
}
