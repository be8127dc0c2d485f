import * as ts from 'typescript';
import { parseSource, shown } from './source-files';

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const hasDoc = (node: ts.Node): boolean =>
  ts.getJSDocCommentsAndTags(node).some((doc) => ts.isJSDoc(doc) && Boolean(doc.comment));

const nameOf = (node: ts.Statement): string => {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.map((item) => item.name.getText()).join(', ');
  return (node as ts.DeclarationStatement).name?.getText() ?? '?';
};

/** The exported declarations of a file that have no doc comment, as `path: name`. An overload's first signature speaks for all. */
export const undocumentedExports = (file: string): string[] => {
  const exported = parseSource(file).statements.filter(
    (node) => isExported(node) && !ts.isExportDeclaration(node),
  );
  const documented = new Set(exported.filter(hasDoc).map(nameOf));
  return exported
    .filter((node) => !documented.has(nameOf(node)))
    .map((node) => `${shown(file)}: ${nameOf(node)}`);
};
