import type { DateTime } from '../time/date-time';
import type { TimeSpan } from '../time/time-span';

/** Where a frame came from: enough to ask again. */
export interface FrameSource {
  /** The KQL text that was run. */
  readonly kql: string;
  /** The window that each source table was cut to, if any. */
  readonly timeSpan?: TimeSpan;
  /** What `now()` was; absent where the workspace has neither rows nor a `now` of its own. */
  readonly clock?: DateTime;
  /** The name of the provider that answered. */
  readonly provider: string;
  /** How long the answer took. */
  readonly milliseconds: number;
  /** The chart that the query's `render` asks for, such as `barchart`. */
  readonly visualization?: string;
}
