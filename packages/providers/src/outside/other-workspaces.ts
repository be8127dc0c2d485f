import { CasebookError } from '@casebook/core';
import type { SchemaTable } from '@casebook/kql';
import type { Catalogue } from '../catalogue/catalogue';
import { sqlName } from '../engine/sql-text';
import { FileWorkspace } from '../file-workspace';
import type { Workspace } from '../workspace';

/** The tables of other workspaces as this one sees them. */
export interface OtherWorkspaces {
  readonly tables: ReadonlyMap<string, readonly SchemaTable[]>;
  readonly files: readonly string[];
  readonly views: readonly string[];
}

/** Whether another engine can make the relations, which it cannot where they are held in memory. */
const isScannable = ({ tables, views }: Catalogue): boolean => views.length === tables.length;

/** Makes the tables of other workspaces of files known here, under relations of their own. */
export const otherWorkspaces = (workspaces: Readonly<Record<string, Workspace>>): OtherWorkspaces => {
  const all = Object.entries(workspaces).map(([name, workspace], index) => {
    if (!(workspace instanceof FileWorkspace) || !isScannable(workspace.catalogue))
      throw new CasebookError('InvalidParameter', `invalid workspace: ${name}`, {
        help: 'Only workspaces that openWorkspace gave can be named.',
      });
    const { views, files } = workspace.catalogue;
    const own = views.map(({ schema, sql }) => {
      const relation = `other_${index}_${schema.relation}`;
      const opening = `CREATE VIEW ${sqlName(schema.relation)} AS`;
      return {
        schema: { ...schema, relation },
        sql: `CREATE VIEW ${sqlName(relation)} AS${sql.slice(opening.length)}`,
      };
    });
    return { name, tables: own.map(({ schema }) => schema), views: own.map(({ sql }) => sql), files };
  });
  return {
    tables: new Map(all.map(({ name, tables }) => [name, tables])),
    views: all.flatMap(({ views }) => views),
    files: all.flatMap(({ files }) => files),
  };
};
