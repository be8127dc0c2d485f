import { cellReader, type Frame } from '@casebook/core';
import { formatCell } from '../table/format-cell';
import { plotlyText } from './plotly-text';

/** A function from row number to what is told when its mark is pointed at, as Plotly text; names without a column are errors. */
export const hoverTexts = (frame: Frame, names: readonly string[]): ((row: number) => string) => {
  const columns = [...new Set(names)].map((name) => {
    const { data } = frame.column(name);
    return { name: plotlyText(name, 40), type: data.type, read: cellReader(data) };
  });
  return (row) =>
    columns
      .map(({ name, type, read }) => `${name}: ${plotlyText(formatCell(type, read(row)), 120)}`)
      .join('<br>');
};
