import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';

const PATH_NAME = /^(data|source|path|file|folder|dir|directory)$|(Path|File|Folder|Dir|Directory)$/;

/**
 * A text given for a notebook parameter on the command line. A notebook runs in its own folder, so a relative path that exists
 * from the caller's folder becomes absolute where the parameter's name says that it is a path (`data`, `…Path`, `…File`, …)
 * or the text begins with `./` or `../`; `sample` is never a path.
 */
export function pathParameter(name: string, text: string, cwd: string): string {
  const isPath = PATH_NAME.test(name) || /^\.\.?([\\/]|$)/.test(text);
  if (!isPath || text === '' || text === 'sample' || isAbsolute(text)) return text;
  const absolute = resolve(cwd, text);
  return existsSync(absolute) ? absolute : text;
}
