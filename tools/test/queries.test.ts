import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type ParameterDefinition, type QueryDefinition } from '@casebook/core';
import { openWorkspace, sample, type Workspace } from '@casebook/providers';
import { listQueries, queries } from '@casebook/queries';

const root = join(__dirname, '../..');
const definitions = listQueries() as readonly QueryDefinition[];
const september = { start: '2026-09-01', end: '2026-10-01' };

/** A value that fits a parameter which the caller must give. */
const fitting = ({ type, list, values, name }: ParameterDefinition): unknown => {
  if (type === 'datetime') return september[name as 'start' | 'end'];
  const one = values ? values[0] : 'FIN-WS07';
  return list ? [one] : one;
};

const required = ({ parameters }: QueryDefinition): Record<string, unknown> =>
  Object.fromEntries(parameters.filter((each) => each.required).map((each) => [each.name, fitting(each)]));

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace(sample({ rows: 8_000 }));
}, 120_000);
afterAll(async () => workspace?.close());

test('the generated catalogue is fresh', () => {
  expect(
    execFileSync(process.execPath, ['tools/generate/all.mjs', '--check', 'queries'], {
      cwd: root,
      encoding: 'utf8',
    }),
  ).toBe('');
});

test('every query stands in its family under its name, once', () => {
  const names = definitions.map(({ family, name }) => `${family}.${name}`);
  expect(new Set(names).size).toBe(names.length);
  for (const definition of definitions) {
    const family = queries[definition.family as keyof typeof queries] as Readonly<Record<string, unknown>>;
    expect(family[definition.name]).toBe(definition);
    expect(Object.isFrozen(definition.parameters)).toBe(true);
  }
});

test.each(definitions.map((definition) => [`${definition.family}.${definition.name}`, definition] as const))(
  '%s answers the columns that it declares',
  async (_, definition) => {
    const frame = await workspace.run(definition, required(definition));
    expect(frame.columns).toEqual(definition.columns);
  },
  60_000,
);

test.each([
  [queries.LinuxSyslog.all_syslog, 'host_op'],
  [queries.Casebook.count_rows, 'table'],
  [queries.Casebook.count_host_rows, 'table'],
] as unknown as [QueryDefinition, string][])(
  '$name takes every %s of its list',
  async (definition, name) => {
    const { values = [] } = definition.parameters.find((each) => each.name === name) as ParameterDefinition;
    for (const value of values) {
      const frame = await workspace.run(definition, { ...required(definition), [name]: value });
      expect(frame.columns).toEqual(definition.columns);
    }
  },
  60_000,
);
