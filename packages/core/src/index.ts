export { CasebookError, type ErrorDetails } from './error/casebook-error';
export type { Position } from './error/position';
export { explainError } from './error/explain-error';
export { pointAt } from './error/point-at';
export { ERROR_CODES, type ErrorCode } from './error/error-codes';

export { Frame, type FrameDetails, type Table } from './frame/frame';
export type { Cell, ColumnInfo, Json, Row } from './frame/cell';
export {
  columnLength,
  isTextType,
  type BoolColumn,
  type Column,
  type ColumnData,
  type IntColumn,
  type LongColumn,
  type RealColumn,
  type TextColumn,
  type Validity,
} from './frame/column';
export { cellReader } from './frame/cell-reader';
export { encodeColumn } from './frame/encode-column';
export { inferType } from './frame/infer-type';
export { gather, type RowIndex } from './frame/gather';
export type { FrameJson } from './frame/frame-json';
export type { CompareOperator } from './frame/column-test';
export type { OrderOperator } from './frame/number-test';
export type { TextOperator } from './frame/text-test';
export type { Comparable, Conditions, Predicate } from './frame/predicate';
export type { Derived } from './frame/verbs/extend';
export { asc, desc, type SortKey } from './frame/verbs/sort';
export type { JoinKey, JoinKind } from './frame/verbs/join';
export type { Aggregate } from './frame/aggregate';
export type { Columnar } from './frame/columnar';
export { groupRows, type Groups } from './frame/group-rows';
export { count, countif, dcount } from './frame/aggregates/count';
export { sum } from './frame/aggregates/sum';
export { avg } from './frame/aggregates/avg';
export { argMax, max, min } from './frame/aggregates/extremes';
export { makeList } from './frame/aggregates/make-list';
export { KQL_TYPES, type KqlType } from './frame/kql-type';
export { mergeNotices, type Notice, type NoticeCode } from './frame/notice';
export type { FrameSource } from './frame/source';
export { tableValue, type TableValue } from './frame/table-value';
export { setOwn } from './frame/set-own';

export type { Clock } from './time/clock';
export { DateTime } from './time/date-time';
export { Duration } from './time/duration';
export { MAX_DATETIME_TICKS, TICKS, UNIX_EPOCH_TICKS } from './time/ticks';
export { fixedClock } from './time/fixed-clock';
export type { Length, Moment, TimeSpanParts } from './time/parse-time-span';
export { TimeSpan, type TimeSpanLike } from './time/time-span';

export type { Diagnostic } from './language/diagnostic';
export type { Completion, CompletionKind, Hover, LanguageService } from './language/language-service';
export type { LogProvider, QueryOptions, TableInfo } from './provider/log-provider';
export type { AbortSignalLike } from './provider/abort-signal-like';
export type { Lookup } from './provider/lookup';
export type { WorkspaceReport } from './provider/workspace-report';
export type { Progress, ReportProgress } from './provider/progress';
export type { ParameterDefinition, ParameterType, QueryDefinition } from './query/query-definition';
export { bindQuery, type BindOptions } from './query/bind-query';
export { kql, type KqlValue } from './query/kql-template';
export { rawKql, RawKql } from './query/raw-kql';
export {
  quoteBool,
  quoteDateTime,
  quoteDuration,
  quoteDynamic,
  quoteInt,
  quoteLong,
  quoteName,
  quoteOperator,
  quoteReal,
  quoteString,
} from './query/quote';

export type {
  BarIntent,
  BoxIntent,
  Chart,
  ChartIntent,
  DurationIntent,
  GraphIntent,
  LineIntent,
  MapIntent,
  MatrixIntent,
  PieIntent,
  ReferenceMoment,
  ScatterIntent,
  TimelineIntent,
  TreeIntent,
} from './chart/chart-intent';
export { bar, type BarOptions } from './chart/bar';
export { scatter, type ScatterOptions } from './chart/scatter';
export { timeline, type TimelineOptions } from './chart/timeline';
export type { Notebooklet, NotebookletContext, NotebookletOption } from './notebooklet/notebooklet';
export { readResult } from './result/read-result';
export type { Result, Sections } from './result/result';
export type { Searched, Section, SectionStatus } from './result/section';
export { alignText, type Escapes } from './query/align-text';
