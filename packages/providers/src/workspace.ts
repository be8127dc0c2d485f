import type { Frame, KqlValue, LanguageService, LogProvider, Row, WorkspaceReport } from '@casebook/core';

/** A source of logs that answers KQL, and says what it holds. */
export interface Workspace extends LogProvider {
  /**
   * Answers KQL with values in it, each quoted by its type: workspace.kql`SecurityEvent | where Computer == ${host}`. Lists and the
   * columns of frames become literals with commas between, for `in (…)` and `has_any (…)`; other objects become dynamic. Values stand
   * where a literal may stand, never inside quotes. The errors are those of `query`; a value without a literal is `InvalidParameter`.
   */
  kql<R extends Row = Row>(texts: TemplateStringsArray, ...values: readonly KqlValue[]): Promise<Frame<R>>;
  /** Reads queries over its tables as they are written. */
  readonly language: LanguageService;
  /** What it holds, what its time is, and what was lost on the way in. */
  report(): WorkspaceReport;
  /** Ends it: running queries are cancelled, private copies removed; later queries are `WorkspaceClosed` errors. */
  close(): Promise<void>;
}
