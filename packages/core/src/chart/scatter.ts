import type { Frame } from '../frame/frame';
import type { Chart, ScatterIntent } from './chart-intent';
import { AMOUNT_TYPES, AXIS_TYPES, requireColumn, requireHover } from './chart-columns';

/** What a scatter chart is asked for; its title is `y by x` unless said. */
export type ScatterOptions = Omit<ScatterIntent, 'kind' | 'title'> & Partial<Pick<ScatterIntent, 'title'>>;

/**
 * Points of two columns, sized and coloured by columns. With `categorical`, x may be of any type; columns that are not there or
 * that have no place on an axis are errors that list those that have.
 */
export const scatter = (frame: Frame, options: ScatterOptions): Chart => {
  const { x, y, size, color, categorical, title = `${y} by ${x}` } = options;
  requireColumn(frame, 'x', x, categorical ? undefined : AXIS_TYPES);
  requireColumn(frame, 'y', y, AXIS_TYPES);
  requireColumn(frame, 'size', size, AMOUNT_TYPES);
  requireColumn(frame, 'color', color);
  requireHover(frame, options.hover);
  return Object.freeze({ frame, intent: Object.freeze({ kind: 'scatter', ...options, title }) });
};
