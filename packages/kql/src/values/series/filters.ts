import { printJson } from '../print-json';
import { isReal, readItems, readReals } from './read-series';
import { undetermined } from './undetermined';

/**
 * A finite impulse response: every element becomes the sum of the elements up to it, each by its coefficient; elements
 * before the first count as 0. `normalize` (the default unless a coefficient is negative) divides by the coefficients'
 * sum; `center` looks as far ahead as back. Normalizing negative coefficients gives null, as documented.
 */
export function finiteResponse(
  text: string | null,
  filter: string | null,
  normalize?: boolean | null,
  center?: boolean | null,
): string | null {
  if (text === null || filter === null) return null;
  const [series, weights] = [readReals(text, 'series_fir'), readReals(filter, 'series_fir')];
  if (!series || !weights) return null;
  const negative = weights.some((weight) => weight < 0);
  if (negative && normalize === true) return null;
  const share = normalize ?? !negative;
  const total = share ? weights.reduce((sum, weight) => sum + weight, 0) : 1;
  if (weights.length === 0 || total === 0) return undetermined('series_fir with an empty or zero filter');
  if (center && weights.length % 2 === 0) return undetermined('centered series_fir of an even length');
  const ahead = center ? (weights.length - 1) / 2 : 0;
  const values = series.map((_, index) => {
    const sum = weights.reduce((all, weight, back) => all + weight * (series[index + ahead - back] ?? 0), 0);
    return sum / total;
  });
  const whole = !share && !isReal(readItems(text) ?? []) && !isReal(readItems(filter) ?? []);
  return printJson(whole && values.every(Number.isSafeInteger) ? values.map(BigInt) : values);
}

/** An infinite impulse response with the coefficients of the transfer function, by its documented recursion. */
export function infiniteResponse(text: string, numerators: string, denominators: string): string | null {
  const series = readReals(text, 'series_iir');
  const [b, a] = [readReals(numerators, 'series_iir'), readReals(denominators, 'series_iir')];
  if (!series || !a || !b) return null;
  const [first] = a;
  if (!first || b.length === 0)
    return undetermined('series_iir without coefficients, or with a leading zero');
  const output: number[] = [];
  for (const index of series.keys()) {
    const fed = b.reduce((sum, weight, back) => sum + weight * (series[index - back] ?? 0), 0);
    const back = a.slice(1).reduce((sum, weight, at) => sum + weight * (output[index - at - 1] ?? 0), 0);
    output.push((fed - back) / first);
  }
  return printJson(output);
}
