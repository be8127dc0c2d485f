import type { ReportProgress } from '@casebook/core';
import type { ParameterValue } from '../parameters/parameter';
import type { JupyterSetup } from '../server/jupyter-setup';

/** What a run needs to know. */
export interface RunOptions {
  /** The path of the notebook file. */
  readonly notebook: string;
  /** Values for the names that the cell tagged `parameters` declares. */
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  /** Where the executed notebook goes, written after every cell; it may be the notebook itself. */
  readonly output: string;
  /** Where the HTML report goes, if one is wanted. */
  readonly html?: string;
  /** The most seconds that the whole run may take; unlimited where absent. */
  readonly timeout?: number;
  readonly jupyter: JupyterSetup;
  /** The kernelspec where the notebook names none; `casebook` by default. */
  readonly defaultKernel?: string;
  /** Interrupts the run; what was done is written. */
  readonly signal?: AbortSignal;
  readonly report?: ReportProgress;
}
