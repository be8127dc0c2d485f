import { fitText } from '../picture';
import { baseLayout, quietAxis } from '../base-layout';
import type { PlotlyFigure } from '../plotly-figure';
import { plotlyText } from '../plotly-text';
import { laneHeight, type TimelineLane } from './timeline-lanes';
import type { TimelineModel } from './timeline-picture';

/** The most marks that Plotly draws. */
export const MAX_FIGURE_MARKS = 5000;

const moment = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 23);

const trace = ({ label, marks, hover }: TimelineLane, lane: number, color: string, budget: number) => {
  const shown = marks.slice(0, budget);
  return {
    type: 'scatter',
    mode: 'markers',
    name: plotlyText(label, 60),
    x: shown.map(({ at }) => moment(at)),
    y: shown.map(() => lane),
    text: shown.map(({ row }) => hover(row)),
    hoverinfo: 'text',
    marker: { symbol: 'diamond', size: 9, color, opacity: 0.62 },
  };
};

/** How many marks of each lane Plotly draws so that all lanes together stay within the budget. */
export const markBudget = (lanes: readonly TimelineLane[]): number => {
  const total = lanes.reduce((sum, { marks }) => sum + marks.length, 0);
  return total <= MAX_FIGURE_MARKS ? Infinity : Math.ceil(MAX_FIGURE_MARKS / lanes.length);
};

/** Draws a timeline for Plotly. */
export const timelineFigure = ({ title, lanes, references, range, colors }: TimelineModel): PlotlyFigure => {
  const budget = markBudget(lanes);
  return {
    data: lanes.map((lane, at) => trace(lane, at, colors[at] ?? '#888888', budget)),
    layout: {
      ...baseLayout(title, Math.max(240, 130 + laneHeight(lanes.length) * lanes.length)),
      showlegend: false,
      xaxis: quietAxis({ type: 'date', range: range.map(moment), title: { text: 'UTC' } }),
      yaxis: quietAxis({
        tickvals: lanes.map((_, lane) => lane),
        ticktext: lanes.map(({ label }) => plotlyText(fitText(label, 260))),
        range: [Math.max(1, lanes.length) - 0.5, -0.5],
      }),
      shapes: references.map(({ at }) => ({
        type: 'line',
        yref: 'paper',
        x0: moment(at),
        x1: moment(at),
        y0: 0,
        y1: 1,
        line: { color: '#d64545', width: 1, dash: 'dash' },
      })),
      annotations: references.map(({ at, label }, index) => ({
        x: moment(at),
        yref: 'paper',
        y: 1,
        yanchor: 'bottom',
        yshift: 13 * (index % 3),
        showarrow: false,
        text: plotlyText(label, 60),
        font: { color: '#d64545', size: 11 },
      })),
    },
  };
};
