import type { Frame } from '@casebook/core';
import { formatTable } from './format-table';

/** The forms that `casebook query` answers in. */
export const FORMATS = ['table', 'json', 'csv'] as const;

/** One of {@link FORMATS}. */
export type FrameFormat = (typeof FORMATS)[number];

/** A frame as text that ends with a line feed. */
export function formatFrame(frame: Frame, format: FrameFormat): string {
  if (format === 'json') return `${JSON.stringify(frame.toTable())}\n`;
  if (format === 'csv') return frame.toCsv();
  return formatTable(frame);
}
