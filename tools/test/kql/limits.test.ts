/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CasebookError } from '@casebook/core';
import { openWorkspace, type Workspace } from '@casebook/providers';

const folder = mkdtempSync(join(tmpdir(), 'casebook-limits-'));
let workspace: Workspace;

beforeAll(async () => {
  const caps = { deadline: 4_000, memoryLimit: '256MB', maxRows: 5_000, maxBytes: 2 ** 20 };
  workspace = await openWorkspace(folder, { now: '2026-10-05T08:30:00Z', cache: false, ...caps });
  await workspace.query('print 1').catch(() => undefined);
}, 60_000);

afterAll(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const codeOf = async (kql: string): Promise<string> => {
  const frame = await workspace.query(kql).catch((error: unknown) => error);
  if (CasebookError.is(frame)) return frame.code;
  return (frame as { notices: readonly { code: string }[] }).notices.map(({ code }) => code).join();
};

describe('a query past a limit ends with the code of that limit', () => {
  it.each([
    ['range x from 1 to 100000000000 step 1', 'rowCap'],
    ['range x from 1 to 4000 step 1 | extend s = strcat(strrep("x", 1000), x)', 'sizeCap'],
    [
      'let a = range x from 1 to 3000000 step 1 | extend k = 1; a | join kind=inner a on k | summarize sum(x * x1)',
      'QueryTimeout',
    ],
    ['print repeat(1, 1000000000)', 'KqlUnsupported'],
    ['print range(0, 1000000000) | project n = array_length(print_0)', ''],
    [`print ${'('.repeat(10_000)}1${')'.repeat(10_000)}`, 'KqlSyntax'],
    [`print dynamic(${'['.repeat(10_000)}${']'.repeat(10_000)})`, 'KqlSyntax'],
    [`print "${'('.repeat(10_000)}"`, ''],
  ])('%#', async (kql, code) => expect(await codeOf(kql)).toBe(code), 60_000);

  it('and the workspace goes on', async () => {
    expect((await workspace.query('print x = 1')).toTable().rows).toEqual([[1]]);
  });
});

describe('what grows with every level elsewhere stays small here', () => {
  it.each([
    [`print x = ${'parse_json(tostring('.repeat(10)}'{"a":1}'${'))'.repeat(10)}`],
    [`datatable(d: string)['{"a":1}'] | project x = ${'parse_json(tostring('.repeat(10)}d${'))'.repeat(10)}`],
  ])(
    '%#',
    async (kql) => {
      expect((await workspace.query(kql)).toTable().rows).toEqual([[{ a: 1 }]]);
    },
    20_000,
  );

  it('ten thousand values of `in`', async () => {
    const values = Array.from({ length: 10_000 }, (_, index) => `'v${index}'`).join(', ');
    const kql = `datatable(a: string)['v5', 'w'] | where a in (${values})`;
    expect((await workspace.query(kql)).toTable().rows).toEqual([['v5']]);
  }, 60_000);

  it('a table that each of twenty lets joins with itself', async () => {
    const lets = Array.from(
      { length: 20 },
      (_, n) => `let t${n + 1} = t${n} | join kind=inner t${n} on x | project x;`,
    );
    const kql = `let t0 = range x from 1 to 10 step 1; ${lets.join('\n')} t20 | count`;
    expect((await workspace.query(kql)).toTable().rows).toEqual([[10]]);
  }, 20_000);
});
