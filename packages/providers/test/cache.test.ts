import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Bench, issuesOf, rowsOf } from './folder';

const bench = new Bench();
afterAll(() => bench.clear());

const parquetOf = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.parquet'));
const stamps = (folder: string): Record<string, number> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mtimeMs]));

describe('text is converted once', () => {
  it('a second look at the same file reads the cache; a changed file is read anew', async () => {
    const folder = bench.folder({ 'Own.csv': 'a\n1\n' });
    const options = { cache: true, cacheFolder: join(bench.folder(), 'cache') };
    expect(await rowsOf(await bench.workspace(folder, options), 'Own')).toEqual([[1]]);
    const before = stamps(options.cacheFolder);
    expect(await rowsOf(await bench.workspace(folder, options), 'Own')).toEqual([[1]]);
    expect(stamps(options.cacheFolder)).toEqual(before);
    writeFileSync(join(folder, 'Own.csv'), 'a\n2\n');
    utimesSync(join(folder, 'Own.csv'), 1, 1);
    expect(await rowsOf(await bench.workspace(folder, options), 'Own')).toEqual([[2]]);
    expect(parquetOf(options.cacheFolder)).toHaveLength(2);
  });

  it('another mapping of the same file is another conversion, with its own report', async () => {
    const options = { cache: true, cacheFolder: join(bench.folder(), 'cache') };
    const folder = bench.folder({ 'x.csv': 'EventID\n1\nx\n' });
    expect(await rowsOf(await bench.workspace(folder, options), 'x')).toEqual([['1'], ['x']]);
    writeFileSync(join(folder, 'casebook.yaml'), 'tables: { SecurityEvent: [{ files: [x.csv] }] }');
    for (let round = 0; round < 2; round += 1) {
      const workspace = await bench.workspace(folder, options);
      expect(await rowsOf(workspace, 'SecurityEvent | project EventID')).toEqual([[1], [null]]);
      expect(workspace.report().tables.rows()).toMatchObject([
        { Table: 'SecurityEvent', Rows: 2, NullCells: 1 },
      ]);
    }
  });

  it('a damaged cache file is converted anew', async () => {
    const folder = bench.folder({ 'Own.csv': 'a\n1\n' });
    const options = { cache: true, cacheFolder: join(bench.folder(), 'cache') };
    await bench.workspace(folder, options);
    const [file = ''] = parquetOf(options.cacheFolder);
    truncateSync(join(options.cacheFolder, file), 10);
    expect(await rowsOf(await bench.workspace(folder, options), 'Own')).toEqual([[1]]);
  });

  it('nothing stays where no cache is wanted', async () => {
    const cacheFolder = join(bench.folder(), 'cache');
    const workspace = await bench.of({ 'Own.csv.gz': gzipSync('a\n1\n') }, { cache: false, cacheFolder });
    expect(await rowsOf(workspace, 'Own')).toEqual([[1]]);
    await workspace.close();
    expect(existsSync(cacheFolder)).toBe(false);
  });

  it('a cache within the folder, and hidden files, are no logs', async () => {
    const folder = bench.folder({ 'Own.csv': 'a\n1\n', '.hidden/Own.csv': 'a\n2\n' });
    const options = { cache: true, cacheFolder: join(folder, 'cache') };
    await bench.workspace(folder, options);
    const again = await bench.workspace(folder, options);
    expect(await rowsOf(again, 'Own')).toEqual([[1]]);
    expect(issuesOf(again)).toEqual([
      ['skipped file', '', '.hidden', 1],
      ['skipped file', '', 'cache', 1],
    ]);
    expect((await again.tables()).map(({ name }) => name)).toEqual(['Own']);
  });

  it('no file is left aside', async () => {
    const options = { cache: true, cacheFolder: join(bench.folder(), 'cache') };
    const folder = bench.folder({ 'Own.csv': 'a\n1\n', 'Bad.csv.gz': 'x', 'Own2.json': '[{"a":1}]' });
    await bench.workspace(folder, options);
    expect(
      readdirSync(options.cacheFolder).filter((name) => !/^[0-9a-f]{40}\.(parquet|json)$/.test(name)),
    ).toEqual([]);
  });

  it('two processes may convert the same files at once', async () => {
    const folder = bench.folder({ 'Own.csv': `a,b\n${'1,some text\n'.repeat(50_000)}` });
    const cache = join(bench.folder(), 'cache');
    const built = join(__dirname, '..', 'dist', 'index.js');
    if (!existsSync(built))
      throw new Error('build packages/providers first: this test runs it in other processes');
    const script = `require(${JSON.stringify(built)}).openWorkspace(${JSON.stringify(folder)}, { cacheFolder: ${JSON.stringify(cache)} })
      .then(async (w) => { console.log(w.report().tables.rows()[0].Rows); await w.close(); })`;
    const run = (): Promise<string> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
        let said = '';
        child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
        child.on('close', (code) => resolve(`${code} ${said.trim()}`));
      });
    expect(await Promise.all([run(), run(), run()])).toEqual(['0 50000', '0 50000', '0 50000']);
    expect(parquetOf(cache)).toHaveLength(1);
  });
});
