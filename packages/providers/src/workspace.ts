import type { LogProvider, WorkspaceReport } from '@casebook/core';

/** A source of logs that answers KQL, and says what it holds. */
export interface Workspace extends LogProvider {
  /** What it holds, what its time is, and what was lost on the way in. */
  report(): WorkspaceReport;
  /** Ends it: running queries are cancelled, private copies removed; later queries are `WorkspaceClosed` errors. */
  close(): Promise<void>;
}
