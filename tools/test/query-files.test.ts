import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const READ = `import('${join(root, 'tools/generate/read-queries.mjs').replaceAll('\\', '/')}')
  .then(({ readQueries }) => readQueries(process.argv[1]))
  .catch((error) => { process.stdout.write(error.message); });`;

const GOOD = `family: Tests
name: list_things
description: Things of the tests.
tables: [Heartbeat]
parameters: [start, end]
columns: { Computer: string }
kql: |
  Heartbeat
  | where TimeGenerated >= {start} and TimeGenerated < {end}
  | project Computer
`;

/** What the generator says of a query file. */
const verdict = (text: string, file = 'tests/list_things.yaml'): string => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-queries-'));
  cpSync(join(root, 'queries/schema'), join(folder, 'schema'), { recursive: true });
  cpSync(join(root, 'queries/parameters.yaml'), join(folder, 'parameters.yaml'));
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
  const { stdout } = spawnSync(process.execPath, ['-e', READ, folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return stdout;
};

test('a query file that keeps the rules is read', () => {
  expect(verdict(GOOD)).toBe('');
});

test.each([
  ['an unknown key', `${GOOD}tags: [x]\n`, 'must NOT have additional properties'],
  ['an unknown type of column', GOOD.replace('string', 'text'), 'must be equal to one of the allowed values'],
  ['an undeclared placeholder', GOOD.replace('project Computer', 'project {what}'), 'undeclared what'],
  ['a parameter that is not used', GOOD.replace('< {end}', '< now()'), 'unused end'],
  [
    'a parameter that nobody shares',
    GOOD.replace('[start, end]', '[start, end, nope]'),
    'unknown shared parameter',
  ],
  ['a lone brace', GOOD.replace('project Computer', 'extend x = "{"'), 'lone brace'],
  ['a key given twice', `${GOOD}name: other\n`, 'Map keys must be unique'],
  [
    'an alias',
    `${GOOD.replace('[Heartbeat]', '&a [Heartbeat]')}alsoIn: *a\n`,
    'Alias resolution is disabled',
  ],
])('%s is refused', (_, text, said) => {
  expect(verdict(text)).toContain(said);
});

test('a file in another place than its family and name say is refused', () => {
  expect(verdict(GOOD, 'tests/other.yaml')).toContain('expected tests/list_things.yaml');
});
