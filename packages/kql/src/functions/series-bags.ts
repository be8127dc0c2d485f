import type { JsonValue } from '../values/json-value';
import { printJson } from '../values/print-json';
import { properLine, type LineFit } from '../values/series/fit-line';
import { fitTwoLines } from '../values/series/fit-two-lines';
import { readReals } from '../values/series/read-series';
import { undetermined } from '../values/series/undetermined';

const fieldsOfLine = (line: LineFit): readonly (readonly [string, JsonValue])[] => [
  ['rsquare', line.rsquare],
  ['slope', line.slope],
  ['variance', line.variance],
  ['rvariance', line.rvariance],
  ['interception', line.interception],
];

/** The fields of `series_fit_line` in its order; nothing where there is no series. */
export function lineFitFields(text: string): ReadonlyMap<string, JsonValue> | undefined {
  const series = readReals(text, 'series_fit_line');
  const line = series && properLine(series, 'series_fit_line');
  return line && new Map([...fieldsOfLine(line), ['line_fit', line.values]]);
}

/** `series_fit_line_dynamic`. */
export function lineFitBag(text: string): string | null {
  const fields = lineFitFields(text);
  return fields ? printJson(fields) : null;
}

/** The fields of `series_fit_2lines` by name, those of the parts as `right_slope`; all but the place of the split. */
export function twoLinesFields(text: string): ReadonlyMap<string, JsonValue> | undefined {
  const series = readReals(text, 'series_fit_2lines');
  const found = series && fitTwoLines(series);
  if (!series || !found) return undefined;
  const { left, right, values, whole } = found;
  const misfit = left.misfit + right.misfit;
  const sides = (['right', 'left'] as const).flatMap((side) =>
    fieldsOfLine(found[side])
      .filter(([name]) => name !== 'line_fit')
      .map(([name, value]) => [`${side}_${name}`, value] as const),
  );
  return new Map<string, JsonValue>([
    ['rsquare', 1 - misfit / (whole.variance * (series.length - 1))],
    ['variance', whole.variance],
    ['rvariance', misfit / (series.length - 1)],
    ['line_fit', values],
    ...sides,
  ]);
}

/** One field of `series_fit_2lines`; the place of the split is refused, as what it counts is not documented. */
export const twoLinesField =
  (name: string) =>
  (text: string): JsonValue => {
    const fields = twoLinesFields(text);
    if (fields && name === 'split_idx') return undetermined('split_idx of series_fit_2lines');
    return fields?.get(name) ?? null;
  };

/** `series_fit_2lines_dynamic` as a whole, which holds the place of the split. */
export function twoLinesBag(text: string): string | null {
  return twoLinesFields(text) ? undetermined('split_idx of series_fit_2lines') : null;
}
