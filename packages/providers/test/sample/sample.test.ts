import { isSampleSource, sample, SAMPLE_VERSION } from '../../src/sample/sample';
import { readBack } from './read-back';

const least = 5_000;

test('a sample is a frozen plain value', () => {
  expect(sample()).toEqual({ kind: 'casebook.sample', seed: 1, rows: 100_000 });
  expect(Object.isFrozen(sample())).toBe(true);
  expect(isSampleSource(JSON.parse(JSON.stringify(sample({ seed: 7 }))))).toBe(true);
  expect(isSampleSource('sample')).toBe(false);
});

test.each([[{ rows: 4_999 }], [{ rows: 10_000_001 }], [{ rows: 5_000.5 }], [{ seed: -1 }], [{ seed: NaN }]])(
  'a sample of %p is refused',
  (options) => {
    expect(() => sample(options)).toThrow(expect.objectContaining({ code: 'InvalidParameter' }));
  },
);

test.each([least, 12_345, 100_000])(
  'a sample of %i rows has exactly as many',
  async (rows) => {
    const written = await readBack({ rows });
    const counts = written.files
      .map(({ table }) => `SELECT count(*) AS n FROM "${table}"`)
      .join(' UNION ALL ');
    const total = (await written.ask(counts)).reduce((sum, row) => sum + Number(row.n), 0);
    expect(total).toBe(rows);
    expect(written.files.reduce((sum, file) => sum + file.rows, 0)).toBe(rows);
    written.close();
  },
  120_000,
);

test('a seed decides every row', async () => {
  const [one, again, other] = await Promise.all([
    readBack({ rows: least }),
    readBack({ rows: least }),
    readBack({ rows: least, seed: 2 }),
  ]);
  const fingerprints = [await one.fingerprint(), await again.fingerprint(), await other.fingerprint()];
  expect(fingerprints[1]).toBe(fingerprints[0]);
  expect(fingerprints[2]).not.toBe(fingerprints[0]);
  [one, again, other].forEach((written) => written.close());
}, 120_000);

test('the smallest sample of seed 1 is the one of its version; other rows need a new SAMPLE_VERSION', async () => {
  const written = await readBack({ rows: least });
  expect([SAMPLE_VERSION, await written.fingerprint()]).toEqual([
    2,
    '099fee8443632b55c1c9117ca5cc597d3724a224f716c6d9238e29e4fb414158',
  ]);
  written.close();
}, 120_000);
