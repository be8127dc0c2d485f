import { cellReader, type BarIntent, type Frame } from '@casebook/core';
import { countOf, formatCell, formatCount } from '../../table/format-cell';

/** One bar. */
export interface Bar {
  readonly category: string;
  readonly value: number;
}

/** The bars of a chart and what they leave out. */
export interface BarModel {
  readonly title: string;
  readonly categoryName: string;
  readonly valueName: string;
  readonly bars: readonly Bar[];
  /** The sum of all values, those of bars that are not shown included. */
  readonly total: number;
  readonly notes: readonly string[];
}

/** The most bars where the intent does not say. */
const MAX_BARS = 40;
/** The most bars, whatever the intent says. */
const MOST_BARS = 200;

const sums = (
  frame: Frame,
  { category, value }: BarIntent,
): { sums: Map<string, number>; joined: number; nulls: number } => {
  const { data } = frame.column(category);
  const read = cellReader(data);
  const found = new Map<string, number>();
  let joined = 0;
  let nulls = 0;
  frame.numbers(value).forEach((number, row) => {
    if (!Number.isFinite(number)) return void (nulls += 1);
    const text = formatCell(data.type, read(row));
    const name = text === '' ? '(none)' : text;
    if (found.has(name)) joined += 1;
    found.set(name, (found.get(name) ?? 0) + number);
  });
  return { sums: found, joined, nulls };
};

/** The bars of a frame: rows of one category are summed; beyond `top`, or 40, the largest are kept. */
export const barModel = (frame: Frame, intent: BarIntent): BarModel => {
  const { sums: found, joined, nulls } = sums(frame, intent);
  const all = [...found].map(([category, value]) => ({ category, value }));
  const sorted = [...all].sort((a, b) => b.value - a.value);
  const limit = Math.min(intent.top ?? MAX_BARS, MOST_BARS);
  const bars = intent.top === undefined && all.length <= limit ? all : sorted.slice(0, limit);
  const rest = sorted.slice(bars.length);
  const restSum = rest.reduce((sum, { value }) => sum + value, 0);
  return {
    title: intent.title,
    categoryName: intent.category,
    valueName: intent.value,
    bars,
    total: sorted.reduce((sum, { value }) => sum + value, 0),
    notes: [
      ...(rest.length > 0 && all.length > limit
        ? [
            `${countOf(rest.length, 'more category is', 'more categories are')} not shown, ${formatCount(restSum)} in all.`,
          ]
        : []),
      ...(joined > 0
        ? [`Rows of the same category are summed (${formatCount(joined)} joined another).`]
        : []),
      ...(nulls > 0
        ? [`${countOf(nulls, 'row without a finite value is', 'rows without a finite value are')} not shown.`]
        : []),
    ],
  };
};
