export { openWorkspace } from './open-workspace';
export { queryFrame, type QueryFrameOptions } from './query-frame';
export { openRow } from '@casebook/kql';
export type { ClosedRow, OpenedRow, RowQuery } from '@casebook/kql';
export { sample } from '@casebook/providers';
export type { SampleOptions, SampleSource, Workspace, WorkspaceOptions } from '@casebook/providers';

export {
  argMax,
  asc,
  avg,
  bar,
  bindQuery,
  CasebookError,
  count,
  countif,
  DateTime,
  dcount,
  desc,
  Duration,
  Frame,
  kql,
  makeList,
  max,
  min,
  rawKql,
  readResult,
  scatter,
  sum,
  timeline,
  TimeSpan,
} from '@casebook/core';
export type {
  BarOptions,
  Cell,
  Chart,
  ChartIntent,
  Clock,
  ColumnInfo,
  ErrorCode,
  ErrorDetails,
  FrameJson,
  FrameSource,
  Json,
  KqlType,
  KqlValue,
  LogProvider,
  Lookup,
  Notebooklet,
  NotebookletContext,
  NotebookletOption,
  Notice,
  NoticeCode,
  ParameterDefinition,
  Position,
  Progress,
  QueryDefinition,
  QueryOptions,
  ReportProgress,
  Result,
  Row,
  ScatterOptions,
  Searched,
  Section,
  SectionStatus,
  Sections,
  Table,
  TableInfo,
  TableValue,
  TimelineOptions,
  TimeSpanLike,
  TimeSpanParts,
  WorkspaceReport,
} from '@casebook/core';

export * from '@casebook/analysis';

export { queries } from '@casebook/queries';

export {
  alertsByName,
  alertTimeline,
  HostSummary,
  hostTimeline,
  hostTimeSpan,
  rarePrograms,
} from '@casebook/notebooklets-host';
export type {
  AlertsByNameRow,
  HostSummaryInput,
  HostSummaryKey,
  HostSummaryOption,
  HostSummaryResult,
  HostSummarySections,
  HostTimelineRow,
  ProgramRow,
} from '@casebook/notebooklets-host';

export { render, type MimeBundle } from '@casebook/vis';
export { cellSignal, show, type ShowOptions } from '@casebook/jupyter';
