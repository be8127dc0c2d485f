import { cellReader, DateTime, type Cell, type Frame } from '@casebook/core';

/** A cell as text: empty for null, JSON for a dynamic value. */
export const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (cell instanceof DateTime) return cell.toString();
  return typeof cell === 'object' && (Array.isArray(cell) || Object.getPrototypeOf(cell) === Object.prototype)
    ? JSON.stringify(cell)
    : String(cell);
};

/** The cells of a column as texts; without a name all are empty. */
export function columnTexts(frame: Frame, name: string | undefined): readonly string[] {
  if (name === undefined) return new Array<string>(frame.rowCount).fill('');
  const read = cellReader(frame.column(name).data);
  return Array.from({ length: frame.rowCount }, (_, row) => cellText(read(row)));
}
