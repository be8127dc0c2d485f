import type { StoredFunction } from '../contract/stored-function';
import { BODY_OPENS } from '../parser/database';
import { positionOf } from '../parser/position';

/** A place in a stored function, in words: its name, its file, the line and the column there. */
export function placeInFunction(
  { name, body, file, line = 1, indent = 0 }: StoredFunction,
  start: number,
): { readonly where: string } {
  const place = positionOf(body, Math.max(0, start - BODY_OPENS.length), 0);
  const at = `${place.line + line - 1}:${place.column + indent}`;
  return { where: file === undefined ? `function ${name} at ${at}` : `function ${name}, ${file}:${at}` };
}
