import type { Frame, KqlValue, LanguageService, LogProvider, Row, WorkspaceReport } from '@casebook/core';
import type { WorkspaceExplanation } from './workspace-explanation';

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
  /** How it would answer a query: SQL, columns read, time bounds, plan. The errors are those of `query`. */
  explain(kql: string): Promise<WorkspaceExplanation>;
  /** What it holds, what its time is, and what was lost on the way in. */
  report(): WorkspaceReport;
  /** Ends it: running queries are cancelled, private copies removed; later queries are `WorkspaceClosed` errors. */
  close(): Promise<void>;
}
