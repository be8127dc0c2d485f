import type { Frame } from '../frame/frame';
import type { Chart, TimelineIntent } from './chart-intent';
import { requireColumn, requireHover } from './chart-columns';

/** What a timeline may be asked for: its title is `Timeline` and its time column the frame's only or first datetime unless said. */
export type TimelineOptions = Partial<Omit<TimelineIntent, 'kind'>>;

/**
 * Events on a time axis, one lane a group; overlays share the axis. `time` must be a datetime column: another type is a
 * `TypeMismatch`, a column that is not there an `UnknownColumn` error.
 */
export const timeline = (frame: Frame, options: TimelineOptions = {}): Chart => {
  const first = frame.columns.find(({ type }) => type === 'datetime')?.name;
  const { title = 'Timeline', time = first ?? 'TimeGenerated', ...more } = options;
  requireColumn(frame, 'time', time, ['datetime']);
  requireColumn(frame, 'group', more.group);
  requireHover(frame, more.hover);
  return Object.freeze({ frame, intent: Object.freeze({ kind: 'timeline', title, time, ...more }) });
};
