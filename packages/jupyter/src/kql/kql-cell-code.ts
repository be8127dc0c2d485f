import type { KqlCell } from './kql-cell';

/** A cell of KQL as TypeScript. */
export interface KqlCellCode {
  /** As many lines as the cell up to the end of the query, then one that shows the answer. */
  readonly code: string;
  /** The column in the cell of a place in the code; both count from 1. */
  column(line: number, column: number): number;
}

/** What a template takes for its own is escaped. */
const escaped = (text: string): string => text.replace(/[\\`]|\$\{/g, '\\$&');

/**
 * Writes a cell of KQL as TypeScript: a template of the workspace, which quotes its values, whose answer goes to the cell's variable.
 * Places of the query are those of the cell. `show` says how the answer is shown, by the name of the variable.
 */
export const kqlCellCode = (
  { workspace, name, text, values, at }: KqlCell,
  show = (variable: string): string => variable,
): KqlCellCode => {
  const lead = /^\s*/.exec(text.slice(0, at))?.[0].replace(/[^\r\n]/g, '') ?? '';
  const opening = `const ${name} = await `;
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, code } of values) {
    pieces.push(escaped(text.slice(from, start)), `\${${code} }`);
    from = end;
  }
  pieces.push(escaped(text.slice(from)));
  const headLine = lead.split('\n').length;
  const shift = opening.length - (at - (text.lastIndexOf('\n', at - 1) + 1));
  return {
    code: `${lead}${opening}${workspace}.kql\`${pieces.join('').slice(lead.length)}\`;\n${show(name)}`,
    column: (line, column) => (line === headLine ? Math.max(1, column - shift) : column),
  };
};
