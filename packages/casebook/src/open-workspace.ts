import { kql as template, type QueryOptions } from '@casebook/core';
import { cellSignal, teachStockTslab } from '@casebook/jupyter';
import {
  openWorkspace as open,
  type SampleSource,
  type Workspace,
  type WorkspaceOptions,
} from '@casebook/providers';

/** The workspace of files behind one that `openWorkspace` gave. */
const BEHIND = Symbol('workspace behind');

interface Fronted extends Workspace {
  readonly [BEHIND]?: Workspace;
}

const behind = (workspace: Fronted): Workspace => workspace?.[BEHIND] ?? workspace;

const withBehind = (options: WorkspaceOptions = {}): WorkspaceOptions => {
  if (options.workspaces === undefined) return options;
  const entries = Object.entries(options.workspaces).map(([name, one]) => [name, behind(one)] as const);
  return { ...options, workspaces: Object.fromEntries(entries) };
};

const interruptible = (options: QueryOptions = {}): QueryOptions => ({ signal: cellSignal(), ...options });

/**
 * Opens a data source: `'sample'`, a folder of log files, an archive, or `sample({ seed, rows })`. In a cell of Casebook's kernel an
 * interrupt cancels its queries, unless they have a signal of their own. Errors: `SourceNotFound`, `InvalidSource`,
 * `InvalidConfiguration`.
 */
export const openWorkspace = async (
  source: string | SampleSource,
  options?: WorkspaceOptions,
): Promise<Workspace> => {
  teachStockTslab();
  const workspace = await open(source, withBehind(options));
  const front: Fronted = {
    name: workspace.name,
    clock: workspace.clock,
    query: (kql, asked) => workspace.query(kql, interruptible(asked)),
    kql: (texts, ...values) => workspace.query(template(texts, ...values), interruptible()),
    language: workspace.language,
    explain: (kql) => workspace.explain(kql),
    run: (definition, parameters, asked) => workspace.run(definition, parameters, interruptible(asked)),
    tables: () => workspace.tables(),
    report: () => workspace.report(),
    close: () => workspace.close(),
  };
  return Object.freeze(Object.defineProperty(front, BEHIND, { value: workspace, enumerable: false }));
};
