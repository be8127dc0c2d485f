import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openWorkspace, type Workspace, type WorkspaceOptions } from '../src';

// The parser's first load takes seconds on a busy machine.
jest.setTimeout(120_000);

/** Folders and workspaces of a test file; `clear` ends and removes them all. */
export class Bench {
  private readonly folders: string[] = [];
  private readonly open: Workspace[] = [];

  /** A fresh folder with the given files, by path below it. */
  folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'casebook-test-')));
    this.folders.push(folder);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return folder;
  }

  /** A workspace over a source, without a cache unless one is asked for. */
  async workspace(source: string, options: WorkspaceOptions = {}): Promise<Workspace> {
    const workspace = await openWorkspace(source, { cache: false, ...options });
    this.open.push(workspace);
    return workspace;
  }

  /** A workspace over a fresh folder with the given files. */
  of(
    files: Readonly<Record<string, string | Uint8Array>>,
    options: WorkspaceOptions = {},
  ): Promise<Workspace> {
    return this.workspace(this.folder(files), options);
  }

  /** Ends all workspaces and removes all folders. */
  async clear(): Promise<void> {
    await Promise.all(this.open.splice(0).map((workspace) => workspace.close()));
    for (const folder of this.folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
}

/** The rows of an answer, as Log Analytics sends them. */
export const rowsOf = async (workspace: Workspace, kql: string): Promise<unknown> =>
  (await workspace.query(kql)).toTable().rows;

/** The issues of a workspace: kind, table, file, count. */
export const issuesOf = (workspace: Workspace): unknown[] =>
  workspace
    .report()
    .issues.rows()
    .map(({ Kind, Table, File, Count }) => [Kind, Table, File, Count]);
