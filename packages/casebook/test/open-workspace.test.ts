/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace, type Workspace } from '../src';

const folderOf = (csv: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-open-'));
  writeFileSync(join(folder, 'Own.csv'), csv);
  return folder;
};

test('a workspace that it gave can be named in another one, and in one of that', async () => {
  const first = await openWorkspace(folderOf('name\nann\n'), { cache: false });
  const second = await openWorkspace(folderOf('name\nbob\n'), { cache: false, workspaces: { soc: first } });
  const third = await openWorkspace(folderOf('name\ncid\n'), {
    cache: false,
    workspaces: { one: first, two: second },
  });
  const names = async (workspace: Workspace, kql: string): Promise<readonly unknown[]> =>
    (await workspace.query(`${kql} | sort by name asc`)).rows().map(({ name }) => name);
  expect(await names(second, 'union Own, workspace("soc").Own')).toEqual(['ann', 'bob']);
  expect(await names(third, 'union Own, workspace("one").Own, app("two").Own')).toEqual([
    'ann',
    'bob',
    'cid',
  ]);
  expect(Object.keys(first)).not.toContain('Symbol(workspace behind)');
  await expect(
    openWorkspace(folderOf('name\n'), { workspaces: { none: {} as Workspace } }),
  ).rejects.toMatchObject({ code: 'InvalidParameter', message: 'invalid workspace: none' });
  await Promise.all([third.close(), second.close(), first.close()]);
});
