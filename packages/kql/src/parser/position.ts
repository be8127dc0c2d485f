import type { Position } from '@casebook/core';

/** The place of a piece of text, with its line and column. */
export function positionOf(text: string, offset: number, length: number): Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - (before.lastIndexOf('\n') + 1) + 1, offset, length };
}
