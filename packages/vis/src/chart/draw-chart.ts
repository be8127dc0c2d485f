import type { Chart } from '@casebook/core';
import { drawBar } from './bar/draw-bar';
import type { ChartDrawing } from './chart-drawing';
import { drawScatter } from './scatter/draw-scatter';
import { drawTimeline } from './timeline/draw-timeline';

/** Draws a chart; undefined where its kind cannot be drawn yet. */
export const drawChart = ({ frame, intent }: Chart): ChartDrawing | undefined => {
  switch (intent.kind) {
    case 'timeline':
      return drawTimeline(frame, intent);
    case 'bar':
      return drawBar(frame, intent);
    case 'scatter':
      return drawScatter(frame, intent);
    default:
      return undefined;
  }
};
