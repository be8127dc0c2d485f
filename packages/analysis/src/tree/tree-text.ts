import { cellReader, DateTime, type Cell, type Frame } from '@casebook/core';
import type { ChosenColumns } from './choose-schema';
import type { TreeOrder } from './tree-order';

/** How a tree is written. */
export interface TreeTextOptions {
  /** The process that the tree is told from, such as an alert's, by its `proc_key`; only what surrounds it is written. */
  readonly source?: string;
  /** How far ancestors and descendants of the source are written; default 2. */
  readonly levels?: number;
  /** The most processes to write; default 500. Siblings far from the source give way first; the last line says how many more there are. */
  readonly limit?: number;
}

/** What the text is made of. */
export interface TreeTextInput {
  readonly frame: Frame;
  readonly parents: Int32Array;
  readonly shape: TreeOrder;
  readonly columns: ChosenColumns;
}

interface Line {
  readonly row: number;
  readonly role: string;
  readonly indent: number;
}

/** Characters that would break a line or hide what follows: shown by their code. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Two lines a process, indented by its level: role and level towards the source, UTC start, image, ids and sessions; then
 * the command line and the account. The source's first line starts with `>>`. Source: mission document 003.
 */
export function treeText(input: TreeTextInput, source: number | undefined, options: TreeTextOptions): string {
  const { levels = 2, limit = 500 } = options;
  const lines = source === undefined ? allLines(input) : linesAround(input, source, levels);
  const shown = within(lines, source, limit).map((line) => describe(input, line, line.row === source));
  const rest = lines.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… ${rest} more processes`] : [])].join('\n');
}

/** As many lines as the limit has, in their order: without a source the first, else all but siblings, then the nearest siblings. */
function within(lines: readonly Line[], source: number | undefined, limit: number): readonly Line[] {
  if (source === undefined || lines.length <= limit) return lines.slice(0, limit);
  const middle = lines.findIndex(({ row }) => row === source);
  const weight = (at: number): number =>
    Math.abs(at - middle) + ((lines[at] as Line).role.startsWith('sibling') ? lines.length : 0);
  const kept = Array.from(lines.keys()).sort((a, b) => weight(a) - weight(b) || a - b);
  return kept
    .slice(0, limit)
    .sort((a, b) => a - b)
    .map((at) => lines[at] as Line);
}

const allLines = ({ frame, shape }: TreeTextInput): readonly Line[] =>
  Array.from({ length: frame.rowCount }, (_, row) => {
    const indent = shape.depth[row] as number;
    return { row, role: `lev ${indent}`, indent };
  });

function linesAround({ parents, shape }: TreeTextInput, source: number, levels: number): readonly Line[] {
  const depth = (row: number): number => shape.depth[row] as number;
  const parent = parents[source] as number;
  const rows: { readonly row: number; readonly role: string }[] = [];
  const above: number[] = [];
  for (let at = parent; at >= 0 && above.length < levels; at = parents[at] as number) above.push(at);
  for (const row of above.reverse())
    rows.push({ row, role: `${row === parent ? 'parent' : 'ancestor'}:lev${depth(source) - depth(row)}` });
  const siblings =
    parent < 0 ? [source] : shape.children.subarray(shape.childStart[parent], shape.childStart[parent + 1]);
  for (const row of siblings) {
    rows.push({ row, role: row === source ? 'source:lev0' : 'sibling:lev1' });
    if (row !== source) continue;
    for (let at = row + 1; at < shape.depth.length && depth(at) > depth(row); at += 1) {
      const hops = depth(at) - depth(row);
      if (hops <= levels) rows.push({ row: at, role: `${hops === 1 ? 'child' : 'descendant'}:lev${hops}` });
    }
  }
  const top = Math.min(...rows.map(({ row }) => depth(row)));
  return rows.map((line) => ({ ...line, indent: depth(line.row) - top }));
}

function describe({ frame, columns }: TreeTextInput, { row, role, indent }: Line, isSource: boolean): string {
  const cell = (name: string | undefined): Cell =>
    name === undefined ? null : cellReader(frame.column(name).data)(row);
  const text = (name: string | undefined, fallback = ''): string => plain(cell(name)) || fallback;
  const space = '  '.repeat(indent);
  const start = cell(columns.time);
  const time = start instanceof DateTime ? start.toString() : '(start unknown)';
  const first = [
    `${isSource ? '>>' : '  '} [${role}] ${time} ${text(columns.imagePath) || text(columns.processName, '(image unknown)')}`,
    `PID: ${text(columns.processId, '?')}`,
    ...(columns.logonId === undefined ? [] : [`SubjSess: ${text(columns.logonId, '?')}`]),
    ...(columns.targetLogonId === undefined ? [] : [`TargSess: ${text(columns.targetLogonId, '0x0')}`]),
  ].join('  ');
  const second = `   (Cmdline: '${text(columns.commandLine)}')${columns.account === undefined ? '' : `  Account: ${text(columns.account, '?')}`}`;
  return `${space}${first}\n${space}${second}`;
}

const plain = (cell: Cell): string =>
  cell === null
    ? ''
    : String(cell).replace(UNSEEN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
