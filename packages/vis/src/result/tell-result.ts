import { Frame, type Chart, type Result, type Section, type WorkspaceReport } from '@casebook/core';

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const STATUSES: readonly unknown[] = ['ok', 'empty', 'skipped', 'unavailable', 'failed'];

/** Tells a result of a notebooklet. */
export const isResult = (value: unknown): value is Result => fields(value)['kind'] === 'casebook.result';

/** Tells a workspace's report. */
export const isReport = (value: unknown): value is WorkspaceReport =>
  fields(value)['kind'] === 'casebook.report';

/** Tells a section of a result. */
export const isSection = (value: unknown): value is Section => {
  const { status, title, frame } = fields(value);
  return typeof title === 'string' && STATUSES.includes(status) && Frame.is(frame);
};

/** Tells a chart: a frame with an intent. */
export const isChart = (value: unknown): value is Chart => {
  const { frame, intent } = fields(value);
  return Frame.is(frame) && typeof fields(intent)['kind'] === 'string';
};
