import { CasebookError } from '../error/casebook-error';
import type { Frame } from '../frame/frame';
import type { BarIntent, Chart } from './chart-intent';
import { AMOUNT_TYPES, requireColumn, requireHover } from './chart-columns';

/** What a bar chart is asked for; its title is `value by category` unless said. */
export type BarOptions = Omit<BarIntent, 'kind' | 'title'> & Partial<Pick<BarIntent, 'title'>>;

/**
 * One bar a category, as long as the value, which must be a number or a timespan; numbers are categories too. Columns that are not
 * there or of another type are errors, as is a `top` that is not a whole number from 1 on (`InvalidValue`).
 */
export const bar = (frame: Frame, options: BarOptions): Chart => {
  const { category, value, top, title = `${value} by ${category}` } = options;
  requireColumn(frame, 'category', category);
  requireColumn(frame, 'value', value, AMOUNT_TYPES);
  requireHover(frame, options.hover);
  if (top !== undefined && (!Number.isInteger(top) || top < 1))
    throw new CasebookError('InvalidValue', `invalid top: ${top}`, {
      help: 'Give a whole number from 1 on.',
    });
  return Object.freeze({ frame, intent: Object.freeze({ kind: 'bar', ...options, title }) });
};
