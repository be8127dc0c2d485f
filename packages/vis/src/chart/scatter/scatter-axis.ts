import { cellReader, type Frame } from '@casebook/core';
import { formatCell } from '../../table/format-cell';
import { columnTimes } from '../column-times';
import { axisNumber, numberTicks } from '../number-ticks';
import { extent, padded } from '../scale';
import { timeTicks } from '../time-ticks';

/** One axis of a scatter chart: numbers for places, and the marks along it. */
export interface ScatterAxis {
  readonly name: string;
  readonly kind: 'number' | 'time' | 'category';
  /** The place of each row; NaN where the row has none. */
  readonly values: Float64Array;
  readonly range: readonly [number, number];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** The most labels along an axis of categories; others stay without. */
const MAX_LABELS = 40;

const categories = (frame: Frame, name: string): ScatterAxis => {
  const { data } = frame.column(name);
  const read = cellReader(data);
  const places = new Map<string, number>();
  const values = Float64Array.from({ length: frame.rowCount }, (_, row) => {
    const text = formatCell(data.type, read(row));
    const label = text === '' ? '(none)' : text;
    if (!places.has(label)) places.set(label, places.size);
    return places.get(label) as number;
  });
  const step = Math.ceil(places.size / MAX_LABELS);
  const ticks = [...places].filter(([, at]) => at % step === 0).map(([label, at]) => ({ at, label }));
  return { name, kind: 'category', values, range: [-0.5, Math.max(0.5, places.size - 0.5)], ticks };
};

/** Reads a column as an axis: datetimes as time, numbers as numbers, the rest, or all if asked for, as categories. */
export const scatterAxis = (frame: Frame, name: string, categorical = false): ScatterAxis => {
  const { type } = frame.column(name).data;
  if (categorical || ['string', 'guid', 'dynamic', 'bool'].includes(type)) return categories(frame, name);
  const isTime = type === 'datetime';
  const values = isTime ? columnTimes(frame, name) : frame.numbers(name);
  const range = padded(extent(values), 0.05, isTime ? 60_000 : 1);
  const ticks = isTime
    ? timeTicks(range[0], range[1])
    : numberTicks(range[0], range[1], 6).map((at) => ({ at, label: axisNumber(at) }));
  return { name, kind: isTime ? 'time' : 'number', values, range, ticks };
};
