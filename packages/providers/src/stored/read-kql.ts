import { CasebookError } from '@casebook/core';
import type { StoredFunction } from '@casebook/kql';
import { closing } from './closing';

const CREATE = /^[ \t]*\.(?:create|create-or-alter|alter)\s+function\b/gim;
const COMMAND = /\.(?:create|create-or-alter|alter)\s+function\s+(?:ifnotexists\s+)?/iy;

/** A function as its file is written: where it is called what. */
interface Written {
  readonly name: string;
  readonly parameters: string;
  readonly body: string;
  readonly line: number;
}

/** The error for a file that should define a function. */
export const brokenFile = (file: string, why: string): CasebookError =>
  new CasebookError('InvalidSource', `unreadable function file: ${file}`, { help: `${why}.` });

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** The names that a `.kql` file defines: those of its `.create function` commands, else its own. */
export const namesInKql = (file: string, text: string): readonly string[] => {
  const commands = [...text.matchAll(CREATE)].map(({ index }) => headOf(text, index).name);
  const names = commands.filter((name) => name !== '');
  return commands.length > 0 ? names : [stemOf(file)];
};

/** Reads the function of a name from a `.kql` file: a `.create function` command, or a plain body that the file is called after. */
export const readKql = (file: string, text: string, name: string): StoredFunction => {
  const commands = [...text.matchAll(CREATE)].map(({ index }) => index);
  const written = commands.length === 0 ? plain(name, text) : command(file, text, name, commands);
  return { ...written, file };
};

const stemOf = (file: string): string =>
  (file.split('/').at(-1) ?? file).replace(/(\.kql)?\.(kql|csl|kusto|txt)$/i, '');

/** Where a command's name and what follows it begin. */
const headOf = (text: string, index: number): { readonly name: string; readonly after: number } => {
  COMMAND.lastIndex = text.indexOf('.', index);
  COMMAND.exec(text);
  let at = COMMAND.lastIndex;
  const options = /with\s*\(/iy;
  options.lastIndex = at;
  if (options.exec(text)) at = closing(text, options.lastIndex - 1) + 1;
  const named = /\s*(?:\[\s*(?:'([^']*)'|"([^"]*)")\s*\]|([\p{L}_][\p{L}\p{N}_]*))\s*/uy;
  named.lastIndex = at;
  const match = named.exec(text);
  return { name: match?.[1] ?? match?.[2] ?? match?.[3] ?? '', after: named.lastIndex };
};

const command = (file: string, text: string, name: string, commands: readonly number[]): Written => {
  for (const index of commands) {
    const { name: found, after } = headOf(text, index);
    if (found !== name) continue;
    const end = text[after] === '(' ? closing(text, after) : -1;
    if (end < 0) throw brokenFile(file, `the parameters of ${name} are not closed`);
    const open = text.indexOf('{', end);
    const close = open < 0 || text.slice(end + 1, open).trim() !== '' ? -1 : closing(text, open);
    if (close < 0) throw brokenFile(file, `the body of ${name} is not closed`);
    const body = text.slice(open + 1, close);
    return { name, parameters: text.slice(after, end + 1), body, line: lineAt(text, open + 1) };
  }
  throw brokenFile(file, `it defines no ${name}`);
};

/** A body whose parameters stand in a comment at its head: `// parameters: (a:long, b:string = 'x')` or `// Name(a:long)`. */
const plain = (name: string, text: string): Written => {
  const head = /^(?:[ \t]*(?:\/\/[^\n]*)?\r?\n)*(?:[ \t]*\/\/[^\n]*)?/.exec(text)?.[0] ?? '';
  const mark = new RegExp(
    `^[ \\t]*//[ \\t]*(?:parameters?[ \\t]*:?[ \\t]*|${name.replace(/\W/g, '\\$&')}[ \\t]*(?=\\())(.*)$`,
    'im',
  );
  const given = mark.exec(head)?.[1]?.trim() ?? '';
  const end = given.startsWith('(') ? closing(given, 0) : -1;
  const parameters = end > 0 ? given.slice(0, end + 1) : /^\w+\s*:/.test(given) ? `(${given})` : '()';
  return { name, parameters, body: text.replace(/;\s*$/, ''), line: 1 };
};
