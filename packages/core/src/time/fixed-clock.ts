import type { Clock } from './clock';
import type { DateTime } from './date-time';

/** A clock that stands at a moment; `origin` says where that moment comes from. */
export const fixedClock = (now: DateTime, origin: string): Clock => Object.freeze({ now: () => now, origin });
