import { html, type SafeHtml } from '../../html/html';
import { fitText, INK, place, PICTURE_WIDTH, svgLine, svgPicture, svgText, textWidth } from '../picture';
import { linearScale } from '../scale';
import type { ScatterAxis } from './scatter-axis';
import { rowColor } from './scatter-color';
import { scatterLegend } from './scatter-legend';
import { MAX_POINTS, type ScatterModel } from './scatter-model';

const TOP = 60;
const HEIGHT = 330;
const BOTTOM = TOP + HEIGHT;

const isCrowded = ({ ticks }: ScatterAxis, width: number): boolean =>
  ticks.length * Math.max(20, ...ticks.map(({ label }) => textWidth(label) + 10)) > width;

const xLabels = (axis: ScatterAxis, x: (value: number) => number, width: number): SafeHtml[] => {
  const crowded = isCrowded(axis, width);
  return axis.ticks.map(({ at, label }) =>
    crowded
      ? svgText(x(at) + 4, BOTTOM + 14, fitText(label, 90), { anchor: 'end', turn: -40 })
      : svgText(x(at), BOTTOM + 17, fitText(label, 160), { anchor: 'middle' }),
  );
};

const points = (
  model: ScatterModel,
  x: (value: number) => number,
  y: (value: number) => number,
): SafeHtml[] => {
  const seen = new Set<string>();
  return model.rows
    .slice(0, MAX_POINTS)
    .sort((a, b) => model.radius(b) - model.radius(a))
    .flatMap((row) => {
      const [cx, cy] = [place(x(model.x.values[row] as number)), place(y(model.y.values[row] as number))];
      const point = html`<circle cx="${cx}" cy="${cy}" r="${place(model.radius(row))}" fill="${rowColor(model.color, row)}" fill-opacity="0.75"/>`;
      if (seen.has(point.text)) return [];
      seen.add(point.text);
      return [point];
    });
};

/** Draws points as a picture, with a colour bar or a legend. */
export const scatterPicture = (model: ScatterModel): SafeHtml => {
  const labels = model.y.ticks.map(({ at, label }) => ({ at, label: fitText(label, 180) }));
  const left = 44 + Math.max(20, ...labels.map(({ label }) => textWidth(label)));
  const right = model.color.kind === 'plain' ? PICTURE_WIDTH - 30 : 790;
  const x = linearScale(model.x.range, [left, right]);
  const y = linearScale(model.y.range, [BOTTOM, TOP]);
  const widest = Math.min(90, Math.max(20, ...model.x.ticks.map(({ label }) => textWidth(label))));
  const room = isCrowded(model.x, right - left) ? 30 + 0.64 * widest : 34;
  return svgPicture(model.title, BOTTOM + room + 18, [
    labels.map(({ at }) => svgLine([left, y(at)], [right, y(at)], INK.grid)),
    model.x.ticks.map(({ at }) => svgLine([x(at), TOP], [x(at), BOTTOM], INK.grid)),
    svgLine([left, BOTTOM], [right, BOTTOM], INK.axis),
    svgLine([left, TOP], [left, BOTTOM], INK.axis),
    labels.map(({ at, label }) => svgText(left - 8, y(at) + 4, label, { anchor: 'end' })),
    xLabels(model.x, x, right - left),
    svgText((left + right) / 2, BOTTOM + room + 4, fitText(model.x.name, 400), {
      anchor: 'middle',
      color: INK.text,
    }),
    svgText(20, TOP - 12, fitText(model.y.name, 300), { color: INK.text }),
    points(model, x, y),
    scatterLegend(model.color, TOP + 8, HEIGHT),
  ]);
};
