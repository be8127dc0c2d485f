import { DateTime, MAX_DATETIME_TICKS, TimeSpan } from '@casebook/core';

/** The window of all that a datetime can say, but for its very last tick. */
export const EVER: TimeSpan = new TimeSpan(new DateTime(0n), new DateTime(MAX_DATETIME_TICKS));
