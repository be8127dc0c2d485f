import { baseLayout, quietAxis } from '../base-layout';
import type { PlotlyFigure } from '../plotly-figure';
import { plotlyText } from '../plotly-text';
import type { ScatterAxis } from './scatter-axis';
import { rowColor } from './scatter-color';
import { MAX_POINTS, type ScatterModel } from './scatter-model';

const places = ({ kind, values }: ScatterAxis, rows: readonly number[]): (string | number)[] =>
  rows.map((row) => {
    const value = values[row] as number;
    return kind === 'time' ? new Date(value).toISOString().slice(0, 23) : value;
  });

const axis = ({ kind, name, ticks, range }: ScatterAxis): Readonly<Record<string, unknown>> => {
  const title = { text: plotlyText(name, 60) };
  if (kind === 'time') return quietAxis({ type: 'date', title });
  if (kind === 'number') return quietAxis({ type: 'linear', title });
  const ticktext = ticks.map(({ label }) => plotlyText(label, 40));
  return quietAxis({ type: 'linear', title, range, tickvals: ticks.map(({ at }) => at), ticktext });
};

const trace = (model: ScatterModel, rows: readonly number[], hover: (row: number) => string) => ({
  type: 'scatter',
  mode: 'markers',
  x: places(model.x, rows),
  y: places(model.y, rows),
  text: rows.map(hover),
  hoverinfo: 'text',
});

const colored = ({ color }: ScatterModel, rows: readonly number[]): Readonly<Record<string, unknown>> => {
  if (color.kind !== 'scale') return { color: rows.map((row) => rowColor(color, row)) };
  const values = rows.map((row) =>
    Number.isFinite(color.values[row]) ? (color.values[row] as number) : null,
  );
  return {
    color: values,
    colorscale: 'Viridis',
    showscale: true,
    colorbar: { title: { text: plotlyText(color.name, 40) } },
  };
};

/** Draws points for Plotly. */
export const scatterFigure = (model: ScatterModel, hover: (row: number) => string): PlotlyFigure => {
  const rows = model.rows.slice(0, MAX_POINTS);
  const group = (at: number): number[] =>
    model.color.kind === 'groups'
      ? rows.filter((row) => model.color.kind === 'groups' && model.color.codes[row] === at)
      : [...rows];
  const sets =
    model.color.kind === 'groups'
      ? model.color.groups.map(({ label }, at) => ({ name: plotlyText(label, 40), rows: group(at) }))
      : [{ name: '', rows: [...rows] }];
  return {
    data: sets.map(({ name, rows: shown }) => ({
      ...trace(model, shown, hover),
      name,
      marker: { ...colored(model, shown), size: shown.map((row) => 2 * model.radius(row)), opacity: 0.75 },
    })),
    layout: {
      ...baseLayout(model.title, 460),
      showlegend: model.color.kind === 'groups',
      xaxis: axis(model.x),
      yaxis: axis(model.y),
    },
  };
};
