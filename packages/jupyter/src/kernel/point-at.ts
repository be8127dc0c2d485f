const WIDTH = 160;
const LEAD = 60;

/** A line of a text with a mark under a part of it, a long line cut around that; line and column count from 1. */
export const pointAt = (text: string, line: number, column: number, length = 1): string[] => {
  const whole = text.split(/\r\n?|\n/)[line - 1];
  if (whole === undefined) return [];
  const from = whole.length > WIDTH ? Math.max(0, column - 1 - LEAD) : 0;
  const shown = whole.slice(from, from + WIDTH);
  const before = shown.slice(0, column - 1 - from).replace(/[^\t]/g, ' ');
  const room = Math.max(1, Math.min(length, shown.length - before.length));
  return [`  ${shown}`, `  ${before}${'^'.repeat(room)}`];
};
