import type { Steps } from './steps';

/** How many rows are done between two pauses. */
const BATCH = 4096;

/** Does work on the rows from 0 up, with pauses in which others may have their turn. */
export function* eachRow(count: number, message: string, work: (row: number) => void): Steps<void> {
  for (let from = 0; from < count; from += BATCH) {
    yield { message, done: from, total: count };
    const to = Math.min(count, from + BATCH);
    for (let row = from; row < to; row += 1) work(row);
  }
}
