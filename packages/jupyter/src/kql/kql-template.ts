import { alignText } from '@casebook/core';
import type * as TypeScript from '@tslab/typescript-for-tslab';

type Ts = typeof TypeScript;

/** The KQL that a text of TypeScript stands for, escapes undone. */
export interface TemplateKql {
  /** The query; each value in it is a name of four signs that means nothing. */
  readonly kql: string;
  /** Where each unit of `kql` stands in the file, with one more entry for the end. */
  readonly offsets: readonly number[];
  /** Where values stand in `kql`. */
  readonly values: readonly { readonly start: number; readonly end: number }[];
}

const VALUE = 'v___';

/** Reads a text or a template, also one that is not ended, as the KQL that it stands for. */
export const templateKql = (
  ts: Ts,
  node: TypeScript.StringLiteralLike | TypeScript.TemplateExpression,
  file: TypeScript.SourceFile,
): TemplateKql => {
  let kql = '';
  const offsets: number[] = [];
  const values: { start: number; end: number }[] = [];
  const add = (part: TypeScript.Node & { readonly text: string }): void => {
    const range = { start: part.getStart(file) + 1, end: innerEnd(ts, part, file) };
    offsets.push(...alignText(file.text, range, part.text, 'backslash').slice(0, -1));
    kql += part.text;
  };
  if (!ts.isTemplateExpression(node)) add(node);
  else {
    add(node.head);
    for (const { expression, literal } of node.templateSpans) {
      values.push({ start: kql.length, end: kql.length + VALUE.length });
      for (let at = 0; at < VALUE.length; at += 1) offsets.push(expression.pos - 2);
      kql += VALUE;
      add(literal);
    }
  }
  const last = ts.isTemplateExpression(node) ? node.templateSpans.at(-1)?.literal : node;
  return { kql, offsets: [...offsets, last ? innerEnd(ts, last, file) : node.end], values };
};

/** Where the text of a literal ends, before what closes it. */
const innerEnd = (ts: Ts, part: TypeScript.Node, file: TypeScript.SourceFile): number => {
  if ((part as { isUnterminated?: boolean }).isUnterminated === true) return part.end;
  const closes =
    ts.isTemplateHead(part) || ts.isTemplateMiddle(part) ? '${' : (file.text[part.end - 1] ?? '');
  return /^(?:\$\{|["'`])$/.test(closes) ? part.end - closes.length : part.end;
};
