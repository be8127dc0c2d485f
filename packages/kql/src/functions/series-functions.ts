import { forecast, seasonalPart } from '../values/series/anomalies';
import { eachNumber, eachReal, pairwise, type Meeting } from '../values/series/element-wise';
import { fillConstant, fillLinear, fillNearest } from '../values/series/fill';
import { finiteResponse, infiniteResponse } from '../values/series/filters';
import { seriesOutliers } from '../values/series/outliers';
import { cosineSimilarity, dotProduct, folded, pearsonCorrelation } from '../values/series/products';
import { statisticsBag } from '../values/series/statistics';
import { lineFitBag, twoLinesBag, twoLinesField } from './series-bags';
import { printJson } from '../values/print-json';
import type { FunctionRow } from './function-row';

const unary = (name: string, js: (text: string) => string | null): FunctionRow => ({
  name: `series_${name}`,
  takes: ['dynamic'],
  gives: 'dynamic',
  js,
});

const binary = (name: string, meeting: Meeting): FunctionRow => ({
  name: `series_${name}`,
  takes: ['dynamic', 'dynamic'],
  gives: 'dynamic',
  js: pairwise(meeting),
});

const wrapped =
  (of: (x: bigint, y: bigint) => bigint) =>
  (x: bigint, y: bigint): bigint =>
    BigInt.asIntN(64, of(x, y));

const compared = (name: string, holds: (x: number | bigint, y: number | bigint) => boolean): FunctionRow =>
  binary(name, { real: holds, whole: holds });

const REALS = [
  'acos', 'asin', 'atan', 'cos', 'exp', 'floor', 'log', 'sin', 'tan',
] as const; // prettier-ignore

/** A power by IEEE 754, as .NET has it: 1 to any power, and -1 to an infinite one, is 1. */
const power = (x: number, y: number): number =>
  x === 1 || (x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY) ? 1 : x ** y;

const NOT_CERTAIN =
  'a period is detected where it is certain; a series whose seasonality hangs on Kusto’s unpublished score is refused';

/** Functions over series, element by element. */
const ELEMENT_WISE: readonly FunctionRow[] = [
  ...REALS.map((name) => unary(name, eachReal(Math[name]))),
  unary('ceiling', eachReal(Math.ceil)),
  unary(
    'abs',
    eachNumber(Math.abs, (x) => (x < 0n ? -x : x)),
  ),
  unary(
    'sign',
    eachNumber(Math.sign, (x) => (x < 0n ? -1n : x > 0n ? 1n : 0n)),
  ),
  binary('add', { real: (x, y) => x + y, whole: wrapped((x, y) => x + y) }),
  binary('subtract', { real: (x, y) => x - y, whole: wrapped((x, y) => x - y) }),
  binary('multiply', { real: (x, y) => x * y, whole: wrapped((x, y) => x * y) }),
  binary('divide', { real: (x, y) => x / y }),
  binary('pow', { real: power }),
  compared('equals', (x, y) => x === y),
  compared('not_equals', (x, y) => x !== y),
  compared('less', (x, y) => x < y),
  compared('less_equals', (x, y) => x <= y),
  compared('greater', (x, y) => x > y),
  compared('greater_equals', (x, y) => x >= y),
];

/** Functions over series that give one value each. */
const PRODUCTS: readonly FunctionRow[] = [
  { name: 'series_sum', takes: ['dynamic'], gives: 'real', js: folded('series_sum', (sum, x) => sum + x, 0) },
  {
    name: 'series_product',
    takes: ['dynamic'],
    gives: 'real',
    js: folded('series_product', (all, x) => all * x, 1),
  },
  {
    name: 'series_magnitude',
    takes: ['dynamic'],
    gives: 'real',
    js: (text: string) => {
      const square = dotProduct(text, text);
      return square === null ? null : Math.sqrt(square);
    },
  },
  { name: 'series_dot_product', takes: ['dynamic', 'dynamic'], gives: 'real', js: dotProduct },
  {
    name: 'series_cosine_similarity',
    takes: ['dynamic', 'dynamic', 'real?', 'real?'],
    gives: 'real',
    js: cosineSimilarity,
  },
  {
    name: 'series_pearson_correlation',
    takes: ['dynamic', 'dynamic'],
    gives: 'real',
    js: pearsonCorrelation,
  },
];

/** Functions over series that fill, filter, describe or take apart. */
const SHAPES: readonly FunctionRow[] = [
  {
    name: 'series_fill_const',
    takes: ['dynamic', 'dynamic', 'dynamic?'],
    gives: 'dynamic',
    js: fillConstant,
    nulls: true,
  },
  {
    name: 'series_fill_forward',
    takes: ['dynamic', 'dynamic?'],
    gives: 'dynamic',
    js: fillNearest(true),
    nulls: true,
  },
  {
    name: 'series_fill_backward',
    takes: ['dynamic', 'dynamic?'],
    gives: 'dynamic',
    js: fillNearest(false),
    nulls: true,
  },
  {
    name: 'series_fill_linear',
    takes: ['dynamic', 'dynamic?', 'bool?', 'dynamic?'],
    gives: 'dynamic',
    js: fillLinear,
    nulls: true,
  },
  {
    name: 'series_fir',
    takes: ['dynamic', 'dynamic', 'bool?', 'bool?'],
    gives: 'dynamic',
    js: finiteResponse,
    nulls: true,
    note: 'a centered filter of an even length is refused',
  },
  { name: 'series_iir', takes: ['dynamic', 'dynamic', 'dynamic'], gives: 'dynamic', js: infiniteResponse },
  { name: 'series_stats_dynamic', takes: ['dynamic', 'bool?'], gives: 'dynamic', js: statisticsBag },
  { name: 'series_fit_line_dynamic', takes: ['dynamic'], gives: 'dynamic', js: lineFitBag },
  {
    name: 'series_fit_2lines_dynamic',
    takes: ['dynamic'],
    gives: 'dynamic',
    js: twoLinesBag,
    members: Object.fromEntries(
      ['rsquare', 'variance', 'rvariance', 'line_fit'].map((name) => [
        name,
        (text: string) => printJson(twoLinesField(name)(text)),
      ]),
    ),
    note: 'its members rsquare, variance, rvariance and line_fit; the place of the split is refused',
  },
  {
    name: 'series_outliers',
    takes: ['dynamic', 'string?', 'real?', 'real?', 'real?'],
    gives: 'dynamic',
    js: seriesOutliers,
    nulls: true,
    note: 'percentiles other than 10 and 90 are refused, and series whose bulk is one value',
  },
  {
    name: 'series_decompose_forecast',
    takes: ['dynamic', 'long', 'long?', 'string?', 'real?'],
    gives: 'dynamic',
    js: forecast,
    nulls: true,
    note: NOT_CERTAIN,
  },
  {
    name: 'series_seasonal',
    takes: ['dynamic', 'long?'],
    gives: 'dynamic',
    js: seasonalPart,
    nulls: true,
    note: NOT_CERTAIN,
  },
];

/** Functions over series: arrays of numbers in dynamic values. Microsoft documents each under its name. */
export const SERIES_FUNCTIONS: readonly FunctionRow[] = [...ELEMENT_WISE, ...PRODUCTS, ...SHAPES];
