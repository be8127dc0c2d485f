/** An import that the table of the house forbids: the package that tries, and what it reaches for. */
export interface ForbiddenImport {
  readonly folder: string;
  readonly specifier: string;
}

/** One sideways, one upward or one foreign import for each package. */
export const FORBIDDEN_IMPORTS: readonly ForbiddenImport[] = [
  { folder: 'packages/core', specifier: '@casebook/kql' },
  { folder: 'packages/core', specifier: 'yaml' },
  { folder: 'packages/core', specifier: 'node:fs' },
  { folder: 'packages/kql', specifier: '@casebook/providers' },
  { folder: 'packages/kql', specifier: '@duckdb/node-api' },
  { folder: 'packages/analysis', specifier: '@casebook/kql' },
  { folder: 'packages/analysis', specifier: 'yaml' },
  { folder: 'packages/danfo', specifier: '@casebook/analysis' },
  { folder: 'packages/danfo', specifier: 'danfojs-node' },
  { folder: 'queries', specifier: '@casebook/entities' },
  { folder: 'queries', specifier: 'yaml' },
  { folder: 'packages/entities', specifier: '@casebook/providers' },
  { folder: 'packages/notebooklets-host', specifier: '@casebook/providers' },
  { folder: 'packages/notebooklets-host', specifier: '@casebook/vis' },
  { folder: 'packages/providers', specifier: '@casebook/queries' },
  { folder: 'packages/vis', specifier: '@casebook/notebooklets-host' },
  { folder: 'packages/vis', specifier: 'tslab' },
  { folder: 'packages/jupyter', specifier: '@casebook/providers' },
  { folder: 'packages/runner', specifier: '@casebook/jupyter' },
  { folder: 'packages/runner', specifier: 'casebook' },
];
