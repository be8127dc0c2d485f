import { cellReader, type Frame } from '@casebook/core';
import { formatCell } from '../../table/format-cell';
import { extent } from '../scale';
import { groupColors, viridis } from '../viridis';

/** How the points of a scatter chart are coloured. */
export type ScatterColor =
  | { readonly kind: 'plain' }
  | {
      readonly kind: 'scale';
      readonly name: string;
      readonly values: Float64Array;
      readonly range: readonly [number, number];
    }
  | {
      readonly kind: 'groups';
      readonly name: string;
      readonly groups: readonly { readonly label: string; readonly color: string }[];
      /** The group of each row. */
      readonly codes: readonly number[];
    };

const PLAIN = '#2a788e';
const NONE = '#b8c0c8';
const MAX_GROUPS = 10;

const ofGroups = (frame: Frame, name: string): ScatterColor => {
  const { data } = frame.column(name);
  const read = cellReader(data);
  const texts = Array.from(
    { length: frame.rowCount },
    (_, row) => formatCell(data.type, read(row)) || '(none)',
  );
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const kept = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MAX_GROUPS);
  const rest = counts.size - kept.length;
  const colors = groupColors(kept.length);
  const groups = [
    ...kept.map(([label], at) => ({ label, color: colors[at] ?? PLAIN })),
    ...(rest > 0 ? [{ label: `${rest} others`, color: NONE }] : []),
  ];
  const codes = new Map(kept.map(([label], at) => [label, at]));
  return { kind: 'groups', name, groups, codes: texts.map((text) => codes.get(text) ?? kept.length) };
};

/** Reads a column as colours: numbers along the viridis scale, texts as groups. */
export const scatterColor = (frame: Frame, name: string | undefined): ScatterColor => {
  if (name === undefined) return { kind: 'plain' };
  const { type } = frame.column(name).data;
  if (['string', 'guid', 'dynamic', 'bool'].includes(type)) return ofGroups(frame, name);
  const values = frame.numbers(name);
  return { kind: 'scale', name, values, range: extent(values) };
};

/** The colour of a row. */
export const rowColor = (color: ScatterColor, row: number): string => {
  if (color.kind === 'plain') return PLAIN;
  if (color.kind === 'groups') return color.groups[color.codes[row] as number]?.color ?? NONE;
  const value = color.values[row] as number;
  const [low, high] = color.range;
  return Number.isFinite(value) ? viridis(high > low ? (value - low) / (high - low) : 0.5) : NONE;
};
