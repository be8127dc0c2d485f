import fc from 'fast-check';
import { robustnessWeights } from '../../src/series/robustness-weights';
import { stl } from '../../src/series/stl';
import { stlOptions } from '../../src/series/decompose-series-options';

const VALUES = Float64Array.from([12, 15, 30, 14, 13, 17, 33, 15, 11, 16, 60, 13, 14, 18, 35, 17]);
const windows = (robust: boolean) => stlOptions({ timeColumn: 't', valueColumn: 'v', period: 4, robust });

const expectClose = (actual: Float64Array, expected: readonly number[], digits = 9): void => {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, at) => expect(value).toBeCloseTo(expected[at] as number, digits));
};

it('gives the parts that statsmodels 0.14 gives', () => {
  const parts = stl(VALUES, windows(false));
  expectClose(
    parts.trend,
    [
      16.472166465912828, 17.137376381205325, 17.73460848679341, 18.268551151229566, 18.740736492892154,
      18.972097265709948, 19.248869957408658, 20.210405180027585, 22.40041005429293, 24.087022940804943,
      24.92235808728483, 24.97762617817583, 23.017522961642907, 21.31923864846093, 19.548971917523836,
      17.708105251974146,
    ],
  );
  expectClose(
    parts.seasonal,
    [
      -4.092436840867495, -1.646315915652866, 11.72468858760984, -4.614962559374522, -6.853136943795541,
      -3.6552625744689085, 18.147257770362863, -6.3415215363205375, -8.967169686450594, -4.775698341405085,
      21.139749893238548, -6.086933404332155, -10.722590604331494, -5.519249602610831, 22.17354248862398,
      -4.596813574867759,
    ],
  );
  expectClose(
    parts.weights,
    [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0],
  );
});

it('gives the robust parts that statsmodels 0.14 gives', () => {
  const parts = stl(VALUES, windows(true));
  expectClose(
    parts.trend,
    [
      17.013397951621574, 17.44540811583103, 17.877418280032135, 18.30942844411691, 18.74143860775643,
      19.17344877212167, 18.54669397470045, 18.51605522641239, 18.36579963872844, 18.36579963872844,
      18.855848575779422, 19.345897508559123, 19.835946434818727, 20.3259953609594, 20.816044285617316,
      21.306093208013515,
    ],
    7,
  );
  expectClose(
    parts.seasonal,
    [
      -5.013397949802464, -2.4454081186868315, 12.122581720559836, -4.309428444084005, -5.741438607938311,
      -2.4056038820288417, 12.80970638807656, -4.308316691825297, -6.469479267847166, -2.3657996387284386,
      13.496831053270235, -4.307204942063495, -7.197519930389886, -2.3259953869323633, 14.183955715671756,
      -4.30609319498081,
    ],
    7,
  );
  expectClose(
    parts.weights,
    [
      0.9995167137456413, 0.9988091418430686, 0.9999488194300894, 1.0, 0.9999951687136028, 0.0, 0.0, 0.0, 0.0,
      1.0, 0.0, 0.0, 0.0, 0.903895579438467, 0.9997573065337991, 0.9753453517934985,
    ],
    7,
  );
});

/** More seasons than the seasonal smoother is wide, with an outlier. */
const LONGER = Float64Array.from(
  { length: 61 },
  (_, at) => ((at * 37) % 23) + 5 * (at % 3) + (at === 17 ? 60 : 0),
);

it.each([
  [
    { period: 3, seasonal: 5 },
    [
      7.743818964497571, 11.09369427471951, 33.74075756824022, 16.60203168634149, 15.15414352476422,
      17.935455391314356, 18.89270929259278,
    ],
    [
      -4.731882479148218, 6.951594695525108, -9.890075343369992, -9.67825746692621, 12.191354150567363,
      9.03786260525322, -3.6477591329966192,
    ],
  ],
  [
    { period: 3, seasonal: 5, robust: true },
    [
      9.815116689535945, 11.100450029600951, 35.0154089710931, 16.051864313244682, 15.328352217948137,
      17.98803378674678, 17.40892803592464,
    ],
    [
      -9.355698909617164, 7.075784377709575, -13.015408971093166, -10.332178436822021, 12.721508748092658,
      12.464759699498476, -4.790244919250506,
    ],
  ],
  [
    { period: 5, seasonal: 3, trend: 13 },
    [
      13.652780207273468, 13.917522245178269, 24.530726030328044, 15.471836171864595, 15.77109065514125,
      17.587645078241554, 17.948485909016235,
    ],
    [
      -13.371461208011091, 5.208231329126879, -5.699465307514746, -9.606468813414027, 12.399072324948655,
      13.349239978143675, -6.08190252496934,
    ],
  ],
  [
    { period: 12, seasonal: 7 },
    [
      10.43394751891422, 11.146579442330587, 21.167902092816988, 15.567665819755206, 15.729958041075172,
      17.134079259464418, 17.343965362831057,
    ],
    [
      -12.74553452080877, 6.084773798899565, -2.1394875504368005, -3.0717003634008493, 2.8114020814499576,
      13.741033460644838, -5.97386417208577,
    ],
  ],
])('gives what statsmodels 0.15 gives at the ends and between: %j', (options, trend, seasonal) => {
  const parts = stl(LONGER, stlOptions({ timeColumn: 't', valueColumn: 'v', ...options }));
  const shown = (values: Float64Array): Float64Array =>
    Float64Array.from([0, 1, 18, 30, 44, 59, 60], (at) => values[at] as number);
  expectClose(shown(parts.trend), trend, 11);
  expectClose(shown(parts.seasonal), seasonal, 11);
});

it('counts all points fully where the middle residual is 0', () => {
  const flat = Float64Array.from({ length: 40 }, (_, at) => (at === 21 ? 90 : 0));
  expect(new Set(robustnessWeights(flat, new Float64Array(40), new Float64Array(40)))).toEqual(new Set([1]));
});

it('gives parts that add up to the series', () => {
  const series = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 8, maxLength: 60 });
  fc.assert(
    fc.property(series, fc.boolean(), (values, robust) => {
      const given = Float64Array.from(values);
      const { seasonal, trend, residual } = stl(given, windows(robust));
      given.forEach((value, at) =>
        expect((seasonal[at] as number) + (trend[at] as number) + (residual[at] as number)).toBeCloseTo(
          value,
          5,
        ),
      );
    }),
    { numRuns: 60 },
  );
});

it('leaves no residual of a line with a fixed season', () => {
  const line = fc.record({
    slope: fc.integer({ min: -9, max: 9 }),
    season: fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 4, maxLength: 4 }),
  });
  fc.assert(
    fc.property(line, ({ slope, season }) => {
      const values = Float64Array.from({ length: 40 }, (_, at) => slope * at + (season[at % 4] as number));
      stl(values, windows(false)).residual.forEach((rest) => expect(rest).toBeCloseTo(0, 6));
    }),
    { numRuns: 60 },
  );
});

it('moves with the level and the scale of the series', () => {
  const base = stl(VALUES, windows(false));
  const moved = stl(
    VALUES.map((value) => 3 * value + 100),
    windows(false),
  );
  expectClose(
    moved.residual,
    Array.from(base.residual, (value) => 3 * value),
  );
  expectClose(
    moved.trend,
    Array.from(base.trend, (value) => 3 * value + 100),
  );
});
