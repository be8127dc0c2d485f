import { html, type SafeHtml } from '../../html/html';
import { axisNumber, numberTicks } from '../number-ticks';
import { fitText, INK, PICTURE_WIDTH, place, svgLine, svgPicture, svgText, textWidth } from '../picture';
import { linearScale } from '../scale';
import type { BarModel } from './bar-model';

const TOP = 54;
const ROW = 24;
const RIGHT = PICTURE_WIDTH - 90;

/** The range of an axis for bars, which always holds zero. */
export const barRange = ({ bars }: BarModel): [number, number] => [
  Math.min(0, ...bars.map(({ value }) => value)),
  Math.max(0, ...bars.map(({ value }) => value)) || 1,
];

/** Draws bars as a picture: a row a category, its value at the end of the bar. */
export const barPicture = (model: BarModel): SafeHtml => {
  const { title, bars, valueName } = model;
  const labels = bars.map(({ category }) => fitText(category, 300));
  const left = 30 + Math.max(50, ...labels.map((label) => textWidth(label)));
  const range = barRange(model);
  const x = linearScale(range, [left, RIGHT]);
  const bottom = TOP + ROW * Math.max(1, bars.length);
  const y = (row: number): number => TOP + ROW * row;
  const ticks = numberTicks(range[0], range[1], 6);
  return svgPicture(title, bottom + 46, [
    ticks.map((tick) => svgLine([x(tick), TOP], [x(tick), bottom], INK.grid)),
    ticks.map((tick) => svgText(x(tick), bottom + 17, axisNumber(tick), { anchor: 'middle' })),
    svgText((left + RIGHT) / 2, bottom + 36, fitText(valueName, 400), { anchor: 'middle' }),
    bars.map(({ value }, row) => {
      const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
      return html`<rect x="${place(from)}" y="${place(y(row) + 4)}" width="${place(Math.max(1, to - from))}" height="${ROW - 8}" rx="2" fill="#2a788e"/>`;
    }),
    labels.map((label, row) => svgText(left - 8, y(row) + 16, label, { anchor: 'end', color: INK.text })),
    bars.map(({ value }, row) => svgText(Math.max(x(0), x(value)) + 6, y(row) + 16, axisNumber(value))),
    svgLine([x(0), TOP], [x(0), bottom], INK.axis),
  ]);
};
