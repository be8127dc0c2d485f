/** Round numbers that divide a range into about `count` parts, from within the range. */
export const numberTicks = (low: number, high: number, count = 5): number[] => {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
};

/** A number as an axis shows it: digits in groups of three, large and tiny ones with an exponent. */
export const axisNumber = (value: number): string => {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e9 || size < 1e-4)) return value.toExponential(1).replace('e+', 'e');
  return Number(value.toPrecision(6))
    .toLocaleString('en-US', { maximumFractionDigits: 6 })
    .replace(/,/g, ' ');
};
