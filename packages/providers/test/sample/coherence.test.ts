import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_TABLES } from '../../src/sample/sample-tables';
import { readBack, type WrittenSample } from './read-back';

let written: WrittenSample;
const ask = (sql: string): Promise<Record<string, unknown>[]> => written.ask(sql);

beforeAll(async () => {
  written = await readBack({ rows: 60_000, seed: 11 });
}, 120_000);
afterAll(() => written.close());

test('no process starts before its parent, and every parent but System has started', async () => {
  const orphans = await ask(
    `SELECT Computer, NewProcessName, CommandLine FROM SecurityEvent child
     WHERE EventID = 4688 AND ProcessId <> '0x4' AND NOT EXISTS (
       SELECT 1 FROM SecurityEvent parent WHERE parent.EventID = 4688 AND parent.Computer = child.Computer
       AND parent.NewProcessId = child.ProcessId AND parent.NewProcessName = child.ParentProcessName
       AND parent.TimeGenerated <= child.TimeGenerated)`,
  );
  expect(orphans).toEqual([]);
});

test('no machine uses a process identifier twice', async () => {
  const twice = await ask(
    'SELECT Computer, NewProcessId FROM SecurityEvent WHERE EventID = 4688 GROUP BY ALL HAVING count(*) > 1',
  );
  expect(twice).toEqual([]);
});

test('every user process runs in a session that was logged on before', async () => {
  const lost = await ask(
    `SELECT DISTINCT Computer, Account, SubjectLogonId FROM SecurityEvent process
     WHERE EventID = 4688 AND AccountType = 'User' AND TokenElevationType = '%%1938' AND NOT EXISTS (
       SELECT 1 FROM SecurityEvent logon WHERE logon.EventID = 4624 AND logon.Computer = process.Computer
       AND logon.TargetLogonId = process.SubjectLogonId AND logon.TimeGenerated <= process.TimeGenerated)`,
  );
  expect(lost).toEqual([]);
});

test('every logoff has its logon', async () => {
  const lost = await ask(
    `SELECT Computer, TargetLogonId FROM SecurityEvent off WHERE EventID = 4634 AND NOT EXISTS (
       SELECT 1 FROM SecurityEvent logon WHERE logon.EventID = 4624 AND logon.Computer = off.Computer
       AND logon.TargetLogonId = off.TargetLogonId AND logon.Account = off.Account
       AND logon.TimeGenerated <= off.TimeGenerated)`,
  );
  expect(lost).toEqual([]);
});

const references = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  const { $ref, ...rest } = value as Record<string, unknown>;
  return [...($ref === undefined ? [] : [String($ref)]), ...Object.values(rest).flatMap(references)];
};

test('every reference of an alert names one of its entities', async () => {
  for (const { Entities } of await ask('SELECT Entities FROM SecurityAlert')) {
    const entities = JSON.parse(String(Entities)) as { $id: string; Type: string }[];
    const ids = entities.map(({ $id }) => $id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(references(entities).filter((one) => !ids.includes(one))).toEqual([]);
    expect(entities.every(({ Type }) => typeof Type === 'string')).toBe(true);
  }
});

test.each(SAMPLE_TABLES.map(({ name }) => name))(
  '%s lies in order of time within the month',
  async (name) => {
    const [row] = await ask(
      `SELECT bool_and(ordered) AS ordered, min(t)::VARCHAR AS first, max(t)::VARCHAR AS last FROM (
       SELECT TimeGenerated AS t, coalesce(TimeGenerated >= lag(TimeGenerated) OVER (), true) AS ordered FROM "${name}")`,
    );
    expect(row?.ordered).toBe(true);
    expect(String(row?.first) >= '639238176000000000').toBe(true);
    expect(String(row?.last) < '639264096000000000').toBe(true);
  },
);

test.each([...SAMPLE_TABLES])('$name stores its columns as the engine does', async ({ name, columns }) => {
  const storage = {
    bool: 'BOOLEAN',
    int: 'INTEGER',
    real: 'DOUBLE',
    string: 'VARCHAR',
    datetime: 'BIGINT',
    dynamic: 'VARCHAR',
  };
  const described = await ask(`SELECT column_name AS name, column_type AS type FROM (DESCRIBE "${name}")`);
  const expected = columns.map((column) => ({
    name: column.name,
    type: storage[column.type as keyof typeof storage],
  }));
  expect(described).toEqual(expected);
  const strings = columns.filter(({ type }) => type === 'string').map((column) => `"${column.name}" IS NULL`);
  expect(await ask(`SELECT 1 FROM "${name}" WHERE ${strings.join(' OR ')} LIMIT 1`)).toEqual([]);
  const dynamics = columns.filter(({ type }) => type === 'dynamic');
  for (const column of dynamics)
    expect(await ask(`SELECT 1 FROM "${name}" WHERE NOT json_valid("${column.name}") LIMIT 1`)).toEqual([]);
});

test('every column of the sample tables is one that the story or the background fills', async () => {
  for (const { name, columns } of SAMPLE_TABLES) {
    const filled = columns.map(({ name: column, type }) =>
      type === 'string' ? `bool_or("${column}" <> '')` : `bool_or("${column}" IS NOT NULL)`,
    );
    const [row] = await ask(
      `SELECT ${filled.map((sql, index) => `${sql} AS c${index}`).join(', ')} FROM "${name}"`,
    );
    const empty = columns.filter((_, index) => row?.[`c${index}`] !== true).map((column) => column.name);
    expect([name, empty]).toEqual([name, []]);
  }
});

test('STORY.md names the planted machines, accounts and addresses', () => {
  const text = readFileSync(join(__dirname, '../../src/sample/STORY.md'), 'utf8');
  for (const word of [
    'FIN-WS07',
    'FS01',
    'lnx-web01',
    'supp0rt',
    'svc-backup',
    '203.0.113.66',
    '203.0.113.77',
    '203.0.113.99',
  ])
    expect(text).toContain(word);
});
