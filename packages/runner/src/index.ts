export { runNotebook } from './run/run-notebook';
export type { RunOptions } from './run/run-options';
export type { RunOutcome } from './run/run-outcome';
export { reportHtml, type ReportDetails } from './report/report-html';
export type { JupyterSetup } from './server/jupyter-setup';

export type { CodeCell, Notebook, NotebookCell, Output, TextCell } from './notebook/notebook';
export type {
  CellBase,
  DisplayOutput,
  ErrorOutput,
  MimeBundle,
  ResultOutput,
  StreamOutput,
} from './notebook/notebook';
export { parseNotebook, readNotebook } from './notebook/read-notebook';
export { writeNotebook } from './notebook/write-notebook';

export { notebookParameters } from './parameters/notebook-parameters';
export { findParameter } from './parameters/check-parameters';
export { parameterFromText } from './parameters/parameter-from-text';
export { toLiteral } from './parameters/to-literal';
export type { NotebookParameter, ParameterType, ParameterValue } from './parameters/parameter';
