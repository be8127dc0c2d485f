import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CasebookError } from '@casebook/core';
import { openWorkspace, type Workspace } from '@casebook/providers';

/** A query, the names of its columns joined by commas, and its rows as `Frame.toTable()` gives them. */
export type Answer = readonly [kql: string, names: string, rows: readonly (readonly unknown[])[]];

/** A query that must be refused, and the whole message that says so; the place follows as `line:column`, empty where only data tell. */
export type Refusal = readonly [kql: string, message: string, place: string];

/** The moment that `now()` stands for in every case. */
export const CASE_NOW = '2026-10-05T08:30:00Z';

/**
 * Declares one test a case: each query runs on the real engine over an empty workspace, and the whole answer is compared.
 * The test file needs the docblock `@jest-environment ./packages/kql/test/kusto-environment.cjs`.
 */
export function answersAsKusto(
  answers: Readonly<Record<string, readonly Answer[]>>,
  refusals: readonly Refusal[] = [],
): void {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-kql-'));
  let workspace: Workspace;

  beforeAll(async () => {
    workspace = await openWorkspace(folder, { now: CASE_NOW, cache: false });
    await workspace.query('print 1');
  }, 60_000);

  afterAll(async () => {
    await workspace.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(Object.entries(answers))('%s', (_title, cases) => {
    it.each(cases)('%s', async (kql, names, rows) => {
      const table = (await workspace.query(kql)).toTable();
      expect(table.columns.map(({ name }) => name).join(',')).toBe(names);
      expect(table.rows).toEqual(rows);
    });
  });

  if (refusals.length > 0)
    it.each(refusals)('refuses %s', async (kql, message, place) => {
      const thrown: unknown = await workspace.query(kql).then(
        () => 'answered',
        (error: unknown) => error,
      );
      expect(placed(thrown)).toEqual({ code: 'KqlUnsupported', message, place });
    });
}

function placed(thrown: unknown): unknown {
  if (!CasebookError.is(thrown)) return thrown;
  const { code, message, position } = thrown;
  return { code, message, place: position ? `${position.line}:${position.column}` : '' };
}
