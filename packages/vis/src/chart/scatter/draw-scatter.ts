import type { Frame, ScatterIntent } from '@casebook/core';
import { countOf, formatCount, shorten } from '../../table/format-cell';
import { visibleLine } from '../../html/visible-text';
import type { ChartDrawing } from '../chart-drawing';
import { momentText } from '../column-times';
import { hoverTexts } from '../hover-texts';
import { axisNumber } from '../number-ticks';
import { extent } from '../scale';
import type { ScatterAxis } from './scatter-axis';
import { scatterFigure } from './scatter-figure';
import { MAX_POINTS, scatterModel, type ScatterModel } from './scatter-model';
import { scatterPicture } from './scatter-picture';

const reach = ({ name, kind, values }: ScatterAxis, rows: readonly number[]): string => {
  const label = shorten(visibleLine(name), 60);
  const seen = rows.map((row) => values[row] as number);
  if (kind === 'category') return `${formatCount(new Set(seen).size)} values of ${label}`;
  const [low, high] = extent(seen);
  const write = kind === 'time' ? momentText : axisNumber;
  return `${label} from ${write(low)} to ${write(high)}`;
};

const sentenceOf = ({ x, y, rows }: ScatterModel): string =>
  rows.length === 0
    ? 'No points.'
    : `${countOf(rows.length, 'point', 'points')}: ${reach(x, rows)}, ${reach(y, rows)}.`;

/** Draws points of two columns. */
export const drawScatter = (frame: Frame, intent: ScatterIntent): ChartDrawing => {
  const model = scatterModel(frame, intent);
  const { x, y, size, color } = intent;
  const names = [
    x,
    y,
    ...(size === undefined ? [] : [size]),
    ...(color === undefined ? [] : [color]),
    ...(intent.hover ?? []),
  ];
  const missing = frame.rowCount - model.rows.length;
  const isCut = model.rows.length > MAX_POINTS;
  return {
    figure: scatterFigure(model, hoverTexts(frame, names)),
    picture: scatterPicture(model),
    sentence: sentenceOf(model),
    notes: [
      ...(missing > 0
        ? [`${countOf(missing, 'row without a place is', 'rows without a place are')} not shown.`]
        : []),
      ...(isCut ? [`Only the first ${formatCount(MAX_POINTS)} of them are drawn.`] : []),
    ],
  };
};
