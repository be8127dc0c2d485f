import { CasebookError } from '@casebook/core';

/** An error as a terminal shows it: the message, the line of the query with a caret under the place, the way out. */
export function describeError(error: unknown): string {
  if (!CasebookError.is(error)) return `error: ${error instanceof Error ? error.message : String(error)}\n`;
  const { position } = error;
  const place = position ? ` (line ${position.line}, column ${position.column})` : '';
  const said = position && error.message.includes(`line ${position.line}`) ? '' : place;
  return [
    `${error.code}: ${error.message}${said}`,
    ...caret(error),
    ...(error.help ? [`  ${error.help}`] : []),
    '',
  ].join('\n');
}

function caret({ position, query }: CasebookError): string[] {
  if (!position || query === undefined) return [];
  const line = query.split(/\r\n|\r|\n/)[position.line - 1];
  if (line === undefined) return [];
  const before = line.slice(0, position.column - 1).replace(/[^\t]/g, ' ');
  const length = Math.max(1, Math.min(position.length, line.length - position.column + 1));
  return [`  ${line}`, `  ${before}${'^'.repeat(length)}`];
}
