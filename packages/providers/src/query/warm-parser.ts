import { WARMING } from '@casebook/kql';

/** Until the answer of a cell has gone out. */
const FIRST = 50;
const BETWEEN = 10;

/**
 * Readies the parser for the first query, step by step while nothing else is to be done. Ends early where `isOver`; keeps no
 * process alive; a step that fails is left to the query, which says why.
 */
export function warmParser(isOver: () => boolean): void {
  const step = (index: number): void => {
    const work = isOver() ? undefined : WARMING[index];
    if (!work) return;
    try {
      work();
    } catch {
      return;
    }
    setTimeout(step, BETWEEN, index + 1).unref();
  };
  setTimeout(step, FIRST, 0).unref();
}
