import type { Explanation } from '@casebook/kql';

/** What a query is to a workspace. */
export interface WorkspaceExplanation extends Explanation {
  /** The plan that DuckDB makes of the SQL, as it draws it. */
  readonly plan: string;
}
