import { CasebookError, type Section } from '@casebook/core';
import { notDrawnText } from '../chart/chart-html';
import type { ChartDrawing } from '../chart/chart-drawing';
import { drawChart } from '../chart/draw-chart';

/** The chart of a section, or why there is none; undefined where the section asks for none or has no rows. */
export const sectionDrawing = ({ frame, chart }: Section): ChartDrawing | string | undefined => {
  if (!chart || frame.rowCount === 0) return undefined;
  try {
    return drawChart({ frame, intent: chart }) ?? notDrawnText({ frame, intent: chart });
  } catch (error) {
    if (!CasebookError.is(error)) throw error;
    return `The chart “${chart.title}” cannot be drawn: ${error.message}.`;
  }
};
