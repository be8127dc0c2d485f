import type { Cell, KqlType } from '@casebook/core';

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ' ');

/** A count as a reader likes it: digits in groups of three. */
export const formatCount = (count: number): string => group(String(count));

/** A cell as text for a reader: datetimes without T and Z, dynamic as JSON, null as an empty text. */
export const formatCell = (type: KqlType, cell: Cell): string => {
  if (cell === null) return '';
  if (type === 'datetime') return String(cell).replace('T', ' ').replace('Z', '');
  if (type === 'dynamic') return typeof cell === 'string' ? cell : JSON.stringify(cell);
  return String(cell);
};

/** Text cut to a length, with an ellipsis where it was cut. */
export const shorten = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** A count with its noun: `1 row`, `2 rows`. */
export const countOf = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;
