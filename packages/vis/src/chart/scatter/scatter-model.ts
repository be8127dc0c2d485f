import type { Frame, ScatterIntent } from '@casebook/core';
import { extent } from '../scale';
import { scatterAxis, type ScatterAxis } from './scatter-axis';
import { scatterColor, type ScatterColor } from './scatter-color';

/** The most points that are drawn: the first ones. */
export const MAX_POINTS = 5000;

/** The points of a scatter chart. */
export interface ScatterModel {
  readonly title: string;
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  readonly color: ScatterColor;
  /** The column of the sizes. */
  readonly sizeName?: string;
  /** The radius of a row's point, in pixels. */
  readonly radius: (row: number) => number;
  /** The rows that have a place, in order. */
  readonly rows: readonly number[];
}

const radiusBy = (frame: Frame, size: string | undefined): ((row: number) => number) => {
  if (size === undefined) return () => 4.5;
  const values = frame.numbers(size);
  const [, high] = extent(values);
  return (row) => {
    const value = values[row] as number;
    return value > 0 && high > 0 ? 3 + 13 * Math.sqrt(Math.min(value, high) / high) : 3;
  };
};

/** The points of a frame: the area of a point grows with the value of the size column. */
export const scatterModel = (frame: Frame, intent: ScatterIntent): ScatterModel => {
  const x = scatterAxis(frame, intent.x, intent.categorical);
  const y = scatterAxis(frame, intent.y);
  const rows = Array.from({ length: frame.rowCount }, (_, row) => row).filter(
    (row) => Number.isFinite(x.values[row]) && Number.isFinite(y.values[row]),
  );
  const color = scatterColor(frame, intent.color);
  const common = { title: intent.title, x, y, color, radius: radiusBy(frame, intent.size), rows };
  return intent.size === undefined ? common : { ...common, sizeName: intent.size };
};
