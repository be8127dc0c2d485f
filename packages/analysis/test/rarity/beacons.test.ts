import { Frame } from '@casebook/core';
import { beacons, fisherGTest, periodogram } from '@casebook/analysis';
import fc from 'fast-check';

const START = Date.UTC(2026, 8, 1);

const talk = (seconds: readonly number[], to: string): readonly Record<string, unknown>[] =>
  seconds.map((second) => ({ TimeGenerated: new Date(START + second * 1000), to }));

const frameOf = (...lists: readonly (readonly Record<string, unknown>[])[]): Frame =>
  Frame.fromRows(
    [
      { name: 'TimeGenerated', type: 'datetime' },
      { name: 'to', type: 'string' },
    ],
    lists.flat(),
  );

const times = (count: number, at: (index: number) => number): readonly number[] =>
  Array.from({ length: count }, (_, index) => at(index)).sort((a, b) => a - b);

const JITTERED = times(40, (index) => 30 * index + ((7 * index * index) % 5));
const TENS = times(20, (index) => 10 * index + ((3 * index * index) % 4));
const NOISE = times(30, (index) => (index * index * 37) % 199);

it('gives the numbers of the original where it is asked for', () => {
  const frame = beacons(frameOf(talk(JITTERED, 'a'), talk(TENS, 'b'), talk(NOISE, 'c')), {
    by: ['to'],
    compatibility: 'msticpy',
  });
  const rows = new Map(frame.rows().map((row) => [row['to'], row]));
  expect(rows.get('a')?.['p_value']).toBeCloseTo(6.113749401129181e-15, 22);
  expect(rows.get('a')?.['dominant_frequency']).toBeCloseTo(0.033276450511945395, 14);
  expect(rows.get('a')?.['dominant_interval']).toBeCloseTo(30.051282051282048, 10);
  expect(rows.get('b')?.['p_value']).toBeCloseTo(1.1964876111376701e-8, 15);
  expect(rows.get('b')?.['dominant_interval']).toBeCloseTo(6.655172413793103, 10);
  expect(rows.get('c')?.['p_value']).toBeCloseTo(0.8171962563453979, 8);
});

it('puts a jittered beacon before noise', () => {
  const frame = beacons(frameOf(talk(NOISE, 'noise'), talk(JITTERED, 'beacon'), talk([1, 2], 'few')), {
    by: ['to'],
    tolerance: 0.2,
  });
  expect(frame.values('to')).toEqual(['beacon', 'noise']);
  const [beacon, noise] = frame.rows();
  expect(beacon).toMatchObject({ Count: 40, Moments: 40, Regularity: 1, Resolution: 1 });
  expect(String(beacon?.['MedianInterval'])).toBe('00:00:30');
  expect(beacon?.['p_value']).toBeLessThan(1e-12);
  expect(beacon?.['dominant_interval']).toBeCloseTo(30, 0);
  expect(noise?.['Regularity']).toBeLessThan(0.5);
  expect(noise?.['p_value']).toBeGreaterThan(0.1);
  expect(frame.notices.map(({ message }) => message)).toEqual([
    '2 rows are left out: each is of a group with fewer than 10 moments.',
  ]);
});

it('finds the pause although every fifth beat is missing and each beat is doubled', () => {
  const beats = times(50, (index) => 60 * index).filter((_, index) => index % 5 !== 4);
  const [row] = beacons(frameOf(talk([...beats, ...beats], 'x')), { by: ['to'] }).rows();
  expect(row).toMatchObject({ Count: 80, Moments: 40, Jitter: 0 });
  expect(String(row?.['MedianInterval'])).toBe('00:01:00');
  expect(row?.['Regularity']).toBeCloseTo(30 / 39, 12);
});

it('widens the bins of a group with few events in months, and says so', () => {
  const [row] = beacons(
    frameOf(
      talk(
        times(100, (index) => index * 86_400),
        'x',
      ),
    ),
    { by: ['to'] },
  ).rows();
  expect(row).toMatchObject({ Regularity: 1, Resolution: 3261 });
});

it('answers nothing with nothing, and refuses what it cannot do', () => {
  const none = frameOf();
  expect(beacons(none, { by: ['to'] }).columns).toEqual(
    beacons(frameOf(talk(TENS, 'b')), { by: ['to'] }).columns,
  );
  expect(beacons(none, { by: ['to'] }).rowCount).toBe(0);
  expect(() => beacons(none, { by: [] })).toThrow('missing columns to group by');
  expect(() => beacons(none, { by: ['too'] })).toThrow('unknown column: "too"');
  expect(() => beacons(none, { by: ['to'], minEvents: 2 })).toThrow('invalid minEvents: 2');
});

it('computes the periodogram of SciPy', () => {
  const odd = periodogram(Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5));
  const even = periodogram(Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3));
  const wantedOdd = [
    0, 13.561177520105955, 5.231238842415335, 3.1271505093814915, 31.393434928796673, 2.6869981993005583,
  ];
  const wantedEven = [0, 17.436067977499796, 2.3613008990009243, 12.963932022500208, 22.038699100999082, 0.1];
  wantedOdd.forEach((power, at) => expect(odd[at]).toBeCloseTo(power, 10));
  wantedEven.forEach((power, at) => expect(even[at]).toBeCloseTo(power, 10));
});

it('keeps the energy of any series (Parseval)', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 90 }), (list) => {
      const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
      const energy = list.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      const total = periodogram(Float64Array.from(list)).reduce((sum, power) => sum + power, 0);
      expect(total).toBeCloseTo(energy, 6);
    }),
  );
});

it.each([
  [0.8, 2, 0.4],
  [0.6, 3, 0.48],
  [0.4, 3, 3 * 0.6 ** 2 - 3 * 0.2 ** 2],
  [1, 5, 0],
  [0.01, 200, 1],
])('gives Fisher’s chance of a share of %d among %d powers', (g, n, chance) => {
  expect(fisherGTest(g, n)).toBeCloseTo(chance, 8);
});
