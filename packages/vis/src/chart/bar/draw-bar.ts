import type { BarIntent, Frame } from '@casebook/core';
import { formatCount, shorten } from '../../table/format-cell';
import { visibleLine } from '../../html/visible-text';
import { baseLayout, quietAxis } from '../base-layout';
import type { ChartDrawing } from '../chart-drawing';
import { axisNumber } from '../number-ticks';
import { fitText } from '../picture';
import type { PlotlyFigure } from '../plotly-figure';
import { plotlyText } from '../plotly-text';
import { barModel, type BarModel } from './bar-model';
import { barPicture } from './bar-picture';

const figureOf = ({ title, bars, categoryName, valueName }: BarModel): PlotlyFigure => ({
  data: [
    {
      type: 'bar',
      orientation: 'h',
      x: bars.map(({ value }) => value),
      y: bars.map((_, row) => row),
      text: bars.map(({ value }) => axisNumber(value)),
      textposition: 'auto',
      hovertext: bars.map(
        ({ category, value }) =>
          `${plotlyText(categoryName, 40)}: ${plotlyText(category)}<br>${plotlyText(valueName, 40)}: ${axisNumber(value)}`,
      ),
      hoverinfo: 'text',
      marker: { color: '#2a788e' },
    },
  ],
  layout: {
    ...baseLayout(title, Math.max(220, 130 + 24 * bars.length)),
    showlegend: false,
    xaxis: quietAxis({ title: { text: plotlyText(valueName, 60) } }),
    yaxis: quietAxis({
      tickvals: bars.map((_, row) => row),
      ticktext: bars.map(({ category }) => plotlyText(fitText(category, 300))),
      range: [Math.max(1, bars.length) - 0.5, -0.5],
    }),
  },
});

const sentenceOf = ({ bars, total, categoryName, valueName }: BarModel): string => {
  const [most] = [...bars].sort((a, b) => b.value - a.value);
  if (!most) return 'No values.';
  const share =
    total > 0 && bars.every(({ value }) => value >= 0)
      ? `, ${Math.round((100 * most.value) / total)} % of all`
      : '';
  const many = bars.length === 1 ? '1 bar' : `${formatCount(bars.length)} bars`;
  const name = (text: string): string => shorten(visibleLine(text), 60);
  return `${many} of ${name(valueName)} by ${name(categoryName)}; the largest is “${name(most.category)}” with ${axisNumber(most.value)}${share}.`;
};

/** Draws a bar a category. */
export const drawBar = (frame: Frame, intent: BarIntent): ChartDrawing => {
  const model = barModel(frame, intent);
  return {
    figure: figureOf(model),
    picture: barPicture(model),
    sentence: sentenceOf(model),
    notes: model.notes,
  };
};
