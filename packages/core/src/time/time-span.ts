import type { DateTime } from './date-time';
import { Duration } from './duration';
import { CasebookError } from '../error/casebook-error';

/** The window of an investigation: from `start`, up to but without `end`, in UTC. */
export class TimeSpan {
  readonly start: DateTime;
  readonly end: DateTime;

  /** An end that lies before the start is an `InvalidTimeSpan` error. */
  constructor(start: DateTime, end: DateTime) {
    if (end.ticks < start.ticks) {
      throw new CasebookError('InvalidTimeSpan', `reversed time span: ${start} .. ${end}`, {
        help: 'Give the start first.',
      });
    }
    this.start = start;
    this.end = end;
  }

  /** The length of the window. */
  get period(): Duration {
    return new Duration(this.end.ticks - this.start.ticks);
  }
}
