import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/** The patterns that a folder of sources writes down. */
export interface WrittenPatterns {
  /** Each pattern that stands as a literal, once, with the first file that holds it, sorted by file. */
  readonly literals: readonly { readonly file: string; readonly pattern: RegExp }[];
  /** The files that make patterns of texts (`RegExp(…)`), each once. */
  readonly makers: readonly string[];
}

/** Finds the regular expressions of all TypeScript files below a folder, by the parser and not by their looks. */
export function patternsIn(folder: string): WrittenPatterns {
  const literals = new Map<string, WrittenPatterns['literals'][number]>();
  const makers = new Set<string>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node) && !literals.has(node.text))
        literals.set(node.text, { file, pattern: patternOf(node.text) });
      if (ts.isIdentifier(node) && node.text === 'RegExp' && makesOne(node.parent, node)) makers.add(file);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  }
  return { literals: [...literals.values()], makers: [...makers] };
}

const makesOne = (parent: ts.Node, name: ts.Node): boolean =>
  (ts.isNewExpression(parent) || ts.isCallExpression(parent)) && parent.expression === name;

function patternOf(literal: string): RegExp {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}
