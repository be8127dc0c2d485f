import { CasebookError } from '@casebook/core';

/** A cell that begins with `%kql workspaceVariable`. */
export interface KqlCell {
  /** The variable, or the path of properties, that holds the workspace. */
  readonly workspace: string;
  /** The variable that the answer goes to. */
  readonly name: string;
  /** The query, place for place as in the cell: what is not KQL is blank, and each `{{…}}` a zero. */
  readonly text: string;
  /** The query with its values: where they stand in `text`, and what they are in TypeScript. */
  readonly values: readonly KqlCellValue[];
  /** The offset in the cell of the workspace's name. */
  readonly at: number;
}

/** A `{{…}}` of a cell; offsets count from 0. */
export interface KqlCellValue {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

const START = /^\s*%%?kql(?![\w-])/;
const NAME = '[\\p{L}_$][\\p{L}\\p{N}_$]*';
const HEAD = new RegExp(
  `^(\\s*%%?kql[ \\t]+)(${NAME}(?:\\.${NAME})*)(?:[ \\t]+(?:-o|--out)[ \\t]+(${NAME})|[ \\t]+(${NAME})[ \\t]*<<)?(?=[ \\t]|\\r?\\n|$)`,
  'u',
);
const OTHER_OPTION = /^[ \t]+(--?[A-Za-z][\w-]*)/;

/** Whether a cell is KQL, well begun or not. */
export const isKqlCell = (code: string): boolean => START.test(code);

/**
 * Reads a cell that begins with `%kql workspace`, with `-o name` or `name <<` behind it, and the query on the same line, on the lines below,
 * or both; nothing where the cell is none. `%%kql` is the same. Without a name the answer goes to `_`. A beginning without a workspace, an
 * unknown option and an open `{{` are `Usage` errors.
 */
export const readKqlCell = (code: string): KqlCell | undefined => {
  if (!isKqlCell(code)) return undefined;
  const head = HEAD.exec(code);
  if (!head) throw usage(code, 'missing workspace: %kql', 0, firstLine(code).length);
  const [whole, before = '', workspace = '', option, arrow] = head;
  const rest = code.slice(whole.length);
  const unknown = OTHER_OPTION.exec(rest)?.[1];
  if (unknown !== undefined)
    throw usage(
      code,
      `unknown option of %kql: ${unknown}`,
      code.indexOf(unknown, whole.length),
      unknown.length,
    );
  const values = valuesIn(code, whole.length);
  return {
    workspace,
    name: option ?? arrow ?? '_',
    at: before.length,
    values,
    text: blanked(code, whole.length, values),
  };
};

const firstLine = (code: string): string => /^\s*[^\r\n]*/.exec(code)?.[0] ?? '';

const usage = (code: string, message: string, offset: number, length: number): CasebookError => {
  const before = code.slice(0, offset).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return new CasebookError('Usage', message, {
    position: { line: before.length, column, offset, length },
    query: code,
    help: 'Write `%kql workspace` or `%kql workspace -o name` on the first line, with the variable that holds the workspace, and the query below.',
  });
};

const TOKEN =
  /\/\/[^\n]*|```[\s\S]*?```|~~~[\s\S]*?~~~|[hH]?@"(?:[^"\r\n]|"")*"|[hH]?@'(?:[^'\r\n]|'')*'|[hH]?"(?:[^"\\\r\n]|\\.)*"|[hH]?'(?:[^'\\\r\n]|\\.)*'|\{\{/g;

/** The `{{…}}` of a query outside of its strings and comments. */
const valuesIn = (code: string, from: number): readonly KqlCellValue[] => {
  const found: KqlCellValue[] = [];
  const token = new RegExp(TOKEN);
  token.lastIndex = from;
  for (let match = token.exec(code); match; match = token.exec(code)) {
    if (match[0] !== '{{') continue;
    const close = closingBraces(code, match.index + 2);
    if (close < 0) throw usage(code, 'open value: {{ without }}', match.index, 2);
    found.push({ start: match.index, end: close + 2, code: code.slice(match.index + 2, close) });
    token.lastIndex = close + 2;
  }
  return found;
};

const CODE =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|\}\}|[()[\]{}]/g;

/** Where the `}}` stands that ends the code from an offset on, past its brackets, texts and comments; -1 without one. */
const closingBraces = (code: string, from: number): number => {
  let depth = 0;
  const token = new RegExp(CODE);
  token.lastIndex = from;
  for (let match = token.exec(code); match; match = token.exec(code)) {
    const [sign] = match;
    if (sign === '}}' && depth === 0) return match.index;
    if (sign === '}}') {
      depth -= 1;
      token.lastIndex = match.index + 1;
    } else if (/^[([{]$/.test(sign)) depth += 1;
    else if (/^[)\]}]$/.test(sign)) depth -= 1;
  }
  return -1;
};

const blanked = (code: string, from: number, values: readonly KqlCellValue[]): string => {
  const signs = code.split('');
  const blank = (start: number, end: number): void => {
    for (let at = start; at < end; at += 1) if (!/[\r\n]/.test(signs[at] ?? '')) signs[at] = ' ';
  };
  blank(0, from);
  for (const { start, end } of values) {
    blank(start, end);
    signs[start] = '0';
  }
  return signs.join('');
};
