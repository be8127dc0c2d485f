import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';
import { parseSource, shown } from './source-files';

const relativeImports = (file: string): string[] =>
  parseSource(file)
    .statements.filter((node) => ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
    .map((node) => (node as ts.ImportDeclaration).moduleSpecifier)
    .filter(
      (specifier): specifier is ts.StringLiteral => specifier !== undefined && ts.isStringLiteral(specifier),
    )
    .filter(({ text }) => text.startsWith('.'))
    .map(({ text }) => join(dirname(file), text))
    .map(
      (path) =>
        [`${path}.ts`, join(path, 'index.ts'), path].find((candidate) => existsSync(candidate)) ?? path,
    );

/** The cycles among files that import each other, each as a list of paths; type imports count. */
export const importCycles = (files: readonly string[]): string[][] => {
  const edges = new Map(files.map((file) => [file, relativeImports(file)]));
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file].map(shown));
      return;
    }
    state.set(file, 'open');
    for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  return cycles;
};
