import type { Frame } from '../frame/frame';
import type { DateTime } from '../time/date-time';

/** What a workspace holds and what was lost on the way in; `show` draws it. */
export interface WorkspaceReport {
  readonly kind: 'casebook.report';
  /** The source as the user named it. */
  readonly source: string;
  /** `now` is absent where the workspace has neither rows nor a `now` of its own. */
  readonly clock: { readonly now?: DateTime; readonly origin: string };
  /** One row a table: Table, Files, Rows, Rejected, NullCells (long), FirstTime, LastTime (datetime). */
  readonly tables: Frame;
  /**
   * One row an issue: Kind (such as `rejected line`, `unreadable cell`, `type conflict`, `skipped file`, `time from EventTime`),
   * Table, File (string), Count (long), Example (string: the first ones).
   */
  readonly issues: Frame;
}
