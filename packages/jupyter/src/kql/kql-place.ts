import type * as TypeScript from '@tslab/typescript-for-tslab';
import { isKqlCell, readKqlCell } from './kql-cell';

type Ts = typeof TypeScript;

/** KQL inside of a cell: the variable that is asked, the text, and where it begins in the cell. */
export interface KqlPlace {
  readonly workspace: string;
  readonly text: string;
  readonly start: number;
}

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
    return isName || isValue ? undefined : { workspace: cell.workspace, text: cell.text, start: 0 };
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
  const start = node.getStart(file) + 1;
  const isOpen = (node as { isUnterminated?: boolean }).isUnterminated === true;
  const end = ts.isTemplateExpression(node) ? endOf(node, file) : isOpen ? node.end : node.end - 1;
  if (offset < start || offset > end) return undefined;
  const signs = file.text.slice(start, end).split('');
  const spans = ts.isTemplateExpression(node) ? node.templateSpans : [];
  for (const { expression, literal } of spans) {
    const [from, to] = [expression.pos - 2 - start, literal.getStart(file) + 1 - start];
    if (offset - start > from && offset - start < to) return undefined;
    for (let at = from; at < to; at += 1) signs[at] = at === from ? '0' : ' ';
  }
  return { text: signs.join(''), start };
};

const endOf = ({ templateSpans }: TypeScript.TemplateExpression, file: TypeScript.SourceFile): number => {
  const end = templateSpans[templateSpans.length - 1]?.literal.end ?? file.end;
  return file.text[end - 1] === '`' ? end - 1 : end;
};
