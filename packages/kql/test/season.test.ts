import { detectedPeriod } from '../src/values/series/season';

const repeated = (wave: readonly number[], length: number, slope = 0): readonly number[] =>
  Array.from({ length }, (_, index) => (wave[index % wave.length] ?? 0) + slope * index);

describe('the period of a series', () => {
  it('is that of a wave that repeats at least four times', () => {
    expect(detectedPeriod(repeated([0, 4, 9, 4, 1], 40), 0.6)).toBe(5);
    expect(detectedPeriod(repeated([0, 1, 5, 9, 9, 5, 1], 49), 0.6)).toBe(7);
  });

  it('is 0 for short series, constants and slopes', () => {
    expect(detectedPeriod([1, 9, 1, 9, 1, 9, 1], 0.6)).toBe(0);
    expect(detectedPeriod(repeated([3], 50), 0.6)).toBe(0);
    expect(detectedPeriod(repeated([0], 50, 2), 0.6)).toBe(0);
  });

  it.each([
    ['a period below four points', repeated([0, 9], 40)],
    ['a wave that repeats three times', repeated([0, 4, 9, 4, 1], 15)],
    ['two waves of like strength', repeated([0, 9, 0, 0, 0, 6, 0, 0], 64)],
  ])('is refused for %s', (_what, series) => {
    expect(() => detectedPeriod(series, 0.6)).toThrow('unsupported series: seasonality that is not certain');
  });
});
