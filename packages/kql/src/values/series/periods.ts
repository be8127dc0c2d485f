import { isArray } from '../json-value';
import { parseJson } from '../parse-json';
import { printJson } from '../print-json';
import { undetermined } from './undetermined';

/**
 * `series_periods_validate`: the periods and their scores. Periods of fewer than four points, or of more than half of
 * the series, score 0 as documented; the score of any other is not public, and refused.
 */
export function validatedPeriods(
  text: string,
  ...periods: readonly number[]
): readonly [string, string] | undefined {
  const series = parseJson(text);
  if (!isArray(series)) return undefined;
  if (periods.some((period) => !(period < 4 || period > series.length / 2)))
    return undetermined('the score of a period');
  return [printJson(periods), printJson(periods.map(() => 0))];
}
