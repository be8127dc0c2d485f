import type * as TypeScript from '@tslab/typescript-for-tslab';
import { isKqlCell, readKqlCell } from './kql-cell';
import { templateKql } from './kql-template';

type Ts = typeof TypeScript;

/** KQL inside of a cell: the variable that is asked, the text, and where each unit of it stands in the cell, the end included. */
export interface KqlPlace {
  readonly workspace: string;
  readonly text: string;
  readonly offsets: readonly number[];
}

/** The place in the text of a place in the cell. */
export const inText = ({ offsets }: KqlPlace, offset: number): number => {
  const at = offsets.findIndex((place) => place >= offset);
  return at < 0 ? offsets.length - 1 : at;
};

/** The KQL at an offset of a cell: the cell itself, a template of a workspace, or the text of a `query`; nothing elsewhere. */
export const kqlPlace = (ts: Ts, code: string, offset: number): KqlPlace | undefined => {
  if (isKqlCell(code)) return cellPlace(code, offset);
  return /\.(kql|query)\b/.test(code) ? templatePlace(ts, code, offset) : undefined;
};

const cellPlace = (code: string, offset: number): KqlPlace | undefined => {
  try {
    const cell = readKqlCell(code);
    const isName = !cell || offset <= cell.at + cell.workspace.length;
    const isValue = cell?.values.some(({ start, end }) => start < offset && offset < end);
    return isName || isValue
      ? undefined
      : {
          workspace: cell.workspace,
          text: cell.text,
          offsets: Array.from({ length: cell.text.length + 1 }, (_, at) => at),
        };
  } catch {
    return undefined;
  }
};

const PATH = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u;

const templatePlace = (ts: Ts, code: string, offset: number): KqlPlace | undefined => {
  const file = ts.createSourceFile('cell.ts', code, ts.ScriptTarget.ES2022, true);
  let found: KqlPlace | undefined;
  const visit = (node: TypeScript.Node): void => {
    if (offset < node.pos || offset > node.end) return;
    const text = ts.isTaggedTemplateExpression(node)
      ? { of: node.tag, method: 'kql', node: node.template }
      : ts.isCallExpression(node)
        ? { of: node.expression, method: 'query', node: untagged(ts, node.arguments[0]) }
        : undefined;
    if (text?.node && ts.isPropertyAccessExpression(text.of) && text.of.name.text === text.method) {
      const workspace = text.of.expression.getText(file);
      const place = textOf(ts, text.node, file, offset);
      if (place && PATH.test(workspace)) found = { workspace, ...place };
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

/** The text of a `kql` template that stands as an argument; other arguments as they are. */
const untagged = (ts: Ts, node: TypeScript.Expression | undefined): TypeScript.Node | undefined =>
  node && ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'kql' ? node.template : node;

const textOf = (
  ts: Ts,
  node: TypeScript.Node,
  file: TypeScript.SourceFile,
  offset: number,
): Omit<KqlPlace, 'workspace'> | undefined => {
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return undefined;
  const { kql, offsets, values } = templateKql(ts, node, file);
  if (offset < node.getStart(file) + 1 || offset > (offsets.at(-1) ?? 0)) return undefined;
  const isOpen = file.text[offset - 1] !== '}';
  const isInValue = values.some(({ start, end }) => {
    const behind = offsets[end] ?? 0;
    return (offsets[start] ?? 0) < offset && (offset < behind || (isOpen && offset === behind));
  });
  if (isInValue) return undefined;
  const signs = kql.split('');
  for (const { start, end } of values) signs.splice(start, end - start, '0', ...' '.repeat(end - start - 1));
  return { text: signs.join(''), offsets };
};
