import { createRequire } from 'node:module';
import type * as TypeScript from '@tslab/typescript-for-tslab';
import { isKqlCell, readKqlCell } from './kql-cell';
import { templateKql } from './kql-template';

type Ts = typeof TypeScript;
type Text = TypeScript.StringLiteralLike | TypeScript.TemplateExpression;

/** KQL that stands in a cell, ready to be read. */
export interface CellKql {
  /** The query; each value in it is a name that means nothing. */
  readonly kql: string;
  /** Where each unit of `kql` stands in the cell, with one more entry for the end. */
  readonly offsets: ArrayLike<number>;
  /** Where values stand in `kql`: what a reader says of them does not count. */
  readonly values: readonly { readonly start: number; readonly end: number }[];
}

/**
 * The KQL of a cell: the cell itself where it begins with `%kql`, templates of a workspace or of `kql` by itself, and texts of a `query` that
 * are constants. A badly begun cell is a `Usage` error.
 */
export const kqlInCell = (code: string): readonly CellKql[] => {
  const cell = isKqlCell(code) ? readKqlCell(code) : undefined;
  if (cell) return [withNames(cell.text, cell.values)];
  if (!/\bkql\s*`|\.(?:kql|query)\b/.test(code)) return [];
  const fromTslab = createRequire(createRequire(__filename).resolve('tslab/package.json'));
  return textsOf(fromTslab('@tslab/typescript-for-tslab') as Ts, code);
};

const withNames = (text: string, values: CellKql['values']): CellKql => {
  const signs = text.split('');
  for (const value of values)
    for (let at = value.start; at < value.end; at += 1) signs[at] = at === value.start ? 'v' : '_';
  return {
    kql: signs.join(''),
    offsets: Array.from({ length: text.length + 1 }, (_, at) => at),
    values,
  };
};

const textsOf = (ts: Ts, code: string): readonly CellKql[] => {
  const file = ts.createSourceFile('cell.ts', code, ts.ScriptTarget.ES2022, true);
  const found: CellKql[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && isKqlTag(ts, node.tag))
      found.push(templateKql(ts, node.template as Text, file));
    else if (ts.isCallExpression(node) && isCall(ts, node.expression, 'query')) {
      const [text] = node.arguments;
      if (text && ts.isStringLiteralLike(text)) found.push(templateKql(ts, text, file));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

const isCall = (ts: Ts, node: TypeScript.Node, name: string): boolean =>
  ts.isPropertyAccessExpression(node) && node.name.text === name;

const isKqlTag = (ts: Ts, tag: TypeScript.Node): boolean =>
  isCall(ts, tag, 'kql') || (ts.isIdentifier(tag) && tag.text === 'kql');
