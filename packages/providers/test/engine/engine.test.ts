import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from '../../src/engine/engine';
import { ScalarFunctions } from '../../src/engine/scalar-functions';
import { Bench } from '../folder';

const bench = new Bench();
afterAll(() => bench.clear());

describe('a locked engine', () => {
  const outside = bench.folder({ 'secret.csv': 'a\n1\n' });
  const folder = bench.folder({ 'own.csv': 'a\n1\n', 'other.csv': 'a\n2\n' });
  symlinkSync(join(outside, 'secret.csv'), join(folder, 'link.csv'));
  const temporary = bench.folder();
  const opened = Engine.open({
    files: [join(folder, 'own.csv')],
    folders: [],
    temporary,
    memoryLimit: '512MB',
  });
  afterAll(async () => (await opened).close());

  it('reads the files that it was given', async () => {
    expect(await (await opened).ask(`SELECT * FROM read_csv('${folder}/own.csv')`)).toEqual([{ a: 1n }]);
  });

  it.each([
    `SELECT * FROM read_csv('${folder}/other.csv')`,
    `SELECT * FROM read_csv('${folder}/link.csv')`,
    `SELECT * FROM read_csv('${folder}/../${outside.split('/').at(-1)}/secret.csv')`,
    `SELECT * FROM read_text('/etc/passwd')`,
    `SELECT * FROM glob('/etc/*')`,
    `SELECT * FROM '/etc/passwd'`,
    `COPY (SELECT 1) TO '${folder}/written.csv'`,
    `COPY (SELECT 1) TO '${outside}/written.csv'`,
    `ATTACH '${folder}/x.db'`,
    `EXPORT DATABASE '${folder}/x'`,
    `INSTALL httpfs`,
    `LOAD '${folder}/x.duckdb_extension'`,
    `SET enable_external_access = true`,
    `SET allowed_directories = ['/']`,
    `SET memory_limit = '100GB'`,
    `RESET lock_configuration`,
    `PRAGMA temp_directory = '/'`,
  ])('refuses %s', async (sql) => {
    await expect((await opened).ask(sql)).rejects.toThrow();
    expect(existsSync(join(folder, 'written.csv')) || existsSync(join(folder, 'x.db'))).toBe(false);
  });
});

describe('functions of statements', () => {
  it('are registered once by their signature, remember their values, and hand nulls and errors on', async () => {
    const engine = await Engine.open({
      files: [],
      folders: [],
      temporary: bench.folder(),
      memoryLimit: '512MB',
    });
    const functions = new ScalarFunctions();
    const calls: unknown[] = [];
    const mark = (value: unknown): string | null => {
      calls.push(value);
      return value === null ? null : `<${String(value)}>`;
    };
    const texts = { name: 'mark', parameters: ['VARCHAR'] as const, returns: 'VARCHAR' as const, call: mark };
    const numbers = { ...texts, parameters: ['BIGINT'] as const };
    const broken = {
      ...texts,
      name: 'broken',
      call: () => {
        throw new Error('no such value');
      },
    };
    await functions.register(engine.connection, [texts, numbers]);
    await functions.register(await engine.connect(), [texts, broken]);
    const sql = `SELECT mark(t) AS a, mark(n) AS b FROM (VALUES ('x', 9223372036854775807), ('x', NULL), (NULL, 1)) v(t, n)`;
    expect(await engine.ask(sql)).toEqual([
      { a: '<x>', b: '<9223372036854775807>' },
      { a: '<x>', b: null },
      { a: null, b: '<1>' },
    ]);
    expect(calls).toHaveLength(5);
    await expect(engine.ask(`SELECT broken('x')`)).rejects.toThrow('no such value');
    engine.close();
  });
});
