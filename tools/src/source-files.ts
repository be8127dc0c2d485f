import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';

/** The root folder of the workspace. */
export const ROOT = join(__dirname, '..', '..');

/** The folders of the published packages, relative to the root. */
export const packageFolders = (): string[] => [
  ...readdirSync(join(ROOT, 'packages'))
    .filter((name) => existsSync(join(ROOT, 'packages', name, 'src')))
    .map((name) => `packages/${name}`),
  'queries',
];

/** All TypeScript sources of a package, absolute, without generated ones unless asked for. */
export const sourceFiles = (folder: string, withGenerated = false): string[] =>
  readdirSync(join(ROOT, folder, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => withGenerated || !file.includes('/generated/'))
    .sort();

/** Parses one source file; nothing is resolved. */
export const parseSource = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);

/** A path as the reader of a failure wants it. */
export const shown = (file: string): string => relative(ROOT, file);
