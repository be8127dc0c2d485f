import type { Notebook } from '../notebook/notebook';
import type { RunOutcome } from '../run/run-outcome';
import type { ParameterValue } from '../parameters/parameter';

/** What a report says beside the cells. */
export interface ReportDetails {
  readonly notebook: string;
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  readonly outcome: RunOutcome;
  /** When the run began, in milliseconds since 1970. */
  readonly started: number;
  readonly plotly?: string;
}

export async function reportHtml(_notebook: Notebook, _details: ReportDetails): Promise<string> {
  return '';
}
