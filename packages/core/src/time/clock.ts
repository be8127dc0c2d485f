import type { DateTime } from './date-time';

/** The time that `now()`, `ago()` and default time spans follow. */
export interface Clock {
  /** The current moment of the workspace. */
  now(): DateTime;
  /** Where that moment comes from, as one phrase, such as `one tick after the newest row`. */
  readonly origin: string;
}
