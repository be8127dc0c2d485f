import { createRequire } from 'node:module';
import type * as TypeScript from '@tslab/typescript-for-tslab';

/** Code with its shorthand properties written out, and where they were: tslab loses `{ host }` where an earlier cell made `host`. */
export interface ExpandedCode {
  readonly code: string;
  /** The column in the original code of a place in this code; both count from 1. */
  column(line: number, column: number): number;
}

const SHORTHAND = /[{,]\s*[\p{ID_Start}$_][\p{ID_Continue}$]*\s*[,}=]/u;

interface Insertion {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Writes `{ name }` as `{ name: name }`, which means the same in literals and in patterns. */
export const expandShorthand = (code: string): ExpandedCode => {
  const names = SHORTHAND.test(code) ? shorthandNames(code) : [];
  let expanded = code;
  for (const { end, name } of [...names].reverse()) {
    expanded = `${expanded.slice(0, end)}: ${name}${expanded.slice(end)}`;
  }
  const insertions = names.map(({ end, name }): Insertion => {
    const before = code.slice(0, end).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1, length: name.length + 2 };
  });
  return { code: expanded, column: (line, column) => originalColumn(insertions, line, column) };
};

const originalColumn = (insertions: readonly Insertion[], line: number, column: number): number => {
  let original = column;
  for (const one of insertions) {
    if (one.line !== line || original <= one.column) continue;
    original = Math.max(one.column, original - one.length);
  }
  return original;
};

const shorthandNames = (code: string): { readonly end: number; readonly name: string }[] => {
  const fromTslab = createRequire(createRequire(__filename).resolve('tslab/package.json'));
  const ts = fromTslab('@tslab/typescript-for-tslab') as typeof TypeScript;
  const file = ts.createSourceFile('cell.ts', `${code}\nexport {};`, ts.ScriptTarget.ES2022, false);
  const found: { end: number; name: string }[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (ts.isShorthandPropertyAssignment(node)) found.push({ end: node.name.end, name: node.name.text });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};
