import { quoteDateTime, type DateTime } from '@casebook/core';
import type { SyntaxNode } from '../parser/syntax-node';

interface Edit {
  readonly start: number;
  readonly length: number;
  readonly text: string;
}

/** The text with the calls of `now()` and `ago()` written out for one moment, but for a text that sets its own `query_now`. */
export function freezeClock(text: string, root: SyntaxNode, now: DateTime): string {
  if (root.items('Statements').some(setsNow)) return text;
  return edited(text, clockCalls(root, quoteDateTime(now), text));
}

const setsNow = (statement: SyntaxNode): boolean =>
  statement.kind === 'SetOptionStatement' && /^set\s+query_now\b/.test(statement.text);

function clockCalls(node: SyntaxNode, now: string, text: string): readonly Edit[] {
  const edit = node.kind === 'FunctionCallExpression' ? clockCall(node, now, text) : undefined;
  return edit ? [edit] : node.children.flatMap((child) => clockCalls(child, now, text));
}

function clockCall(node: SyntaxNode, now: string, text: string): Edit | undefined {
  const name = node.must('Name').simpleName;
  if (name !== 'now' && name !== 'ago') return undefined;
  const [argument] = node.must('ArgumentList').items('Expressions');
  const offset = argument && edited(spelled(argument, text), inside(argument, now, text));
  const sign = name === 'now' ? '+' : '-';
  return {
    start: node.start,
    length: node.length,
    text: offset === undefined ? now : `(${now} ${sign} (${offset}))`,
  };
}

const spelled = (node: SyntaxNode, text: string): string => text.slice(node.start, node.start + node.length);

const inside = (node: SyntaxNode, now: string, text: string): readonly Edit[] =>
  clockCalls(node, now, text).map((edit) => ({ ...edit, start: edit.start - node.start }));

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (result, { start, length, text: replacement }) =>
        `${result.slice(0, start)}${replacement}${result.slice(start + length)}`,
      text,
    );
}
