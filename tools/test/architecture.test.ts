import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as ts from 'typescript';
import { importCycles } from '../src/import-cycles';
import { ROOT, packageFolders, parseSource, shown, sourceFiles } from '../src/source-files';
import { undocumentedExports } from '../src/undocumented-exports';

const folders = packageFolders();
const files = folders.flatMap((folder) => sourceFiles(folder));
const lines = (file: string): number => readFileSync(file, 'utf8').trimEnd().split('\n').length;

const offenders = (test: (node: ts.Node) => boolean): string[] =>
  files.flatMap((file) => {
    const source = parseSource(file);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (test(node))
        found.push(`${shown(file)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });

test('the checks look at every package', () => {
  expect(folders).toEqual(expect.arrayContaining(['packages/core', 'queries']));
  expect(files.length).toBeGreaterThan(30);
});

test('no file imports itself round a corner', () => {
  expect(importCycles(files)).toEqual([]);
});

test('no file is over 400 lines and the median file is under 80', () => {
  const sizes = files.map(lines).sort((a, b) => a - b);
  expect(files.filter((file) => lines(file) > 400).map(shown)).toEqual([]);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(80);
});

test('no source says any', () => {
  expect(offenders((node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
});

test('no source has a default export', () => {
  expect(
    offenders(
      (node) =>
        ts.isExportAssignment(node) ||
        (ts.canHaveModifiers(node) &&
          (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)),
    ),
  ).toEqual([]);
});

test('no module keeps a variable of its own', () => {
  const isModuleLet = (node: ts.Node): boolean =>
    ts.isVariableStatement(node) &&
    ts.isSourceFile(node.parent) &&
    (node.declarationList.flags & ts.NodeFlags.Const) === 0;
  expect(offenders(isModuleLet)).toEqual([]);
});

test('every exported name is documented', () => {
  expect(files.flatMap(undocumentedExports)).toEqual([]);
});

test('every file name is kebab-case', () => {
  expect(files.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(basename(file))).map(shown)).toEqual([]);
});

test('every package has a door, a short README and a licence to be published', () => {
  for (const folder of folders) {
    const manifest = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(manifest).toMatchObject({
      license: 'MIT',
      main: 'dist/index.js',
      types: 'dist/index.d.ts',
      engines: { node: '>=20.19' },
      files: expect.arrayContaining(['dist']) as unknown,
    });
    expect(existsSync(join(ROOT, folder, 'src', 'index.ts'))).toBe(true);
    expect([folder, lines(join(ROOT, folder, 'README.md')) <= 12]).toEqual([folder, true]);
  }
});
