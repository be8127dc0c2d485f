import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as Modern from 'typescript';
import { ROOT, shown } from './source-files';

const declarationFiles = (folder: string): string[] =>
  readdirSync(join(ROOT, folder, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));

const anyPlaces = (ts: typeof Modern, file: Modern.SourceFile): string[] => {
  const found: string[] = [];
  const visit = (node: Modern.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) {
      found.push(
        `${shown(file.fileName)}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}: any`,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

const builtFiles = (folder: string): string[] => {
  if (!existsSync(join(ROOT, folder, 'dist', 'index.d.ts')))
    throw new Error(`missing build: ${folder}; run npm run build`);
  return declarationFiles(folder);
};

/**
 * Compiles the packages' declarations as the kernel does (the given compiler, Node10 resolution, nothing skipped) and gives what is
 * wrong in our own files, `any` included. A package without a build is an error.
 */
export const declarationProblems = (ts: typeof Modern, folders: readonly string[]): string[] => {
  const files = folders.flatMap(builtFiles);
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    lib: ['lib.es2022.d.ts'],
    types: ['node'],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    typeRoots: [join(ROOT, 'node_modules', '@types')],
  });
  const own = program.getSourceFiles().filter((file) => files.includes(file.fileName));
  return own.flatMap((file) => [
    ...[...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${shown(file.fileName)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    ),
    ...anyPlaces(ts, file),
  ]);
};
