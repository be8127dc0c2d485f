import { cellReader, type Cell, type ColumnInfo, type Frame, type KqlType } from '@casebook/core';
import { html, type SafeHtml } from '../html/html';
import { STYLES } from '../html/styles';
import { constantColumns, type ConstantColumn } from './constant-columns';
import { emptyColumns } from './empty-columns';
import { formatCell, formatCount, shorten } from './format-cell';
import { noticesHtml } from './notices-html';
import { sourceHtml } from './source-html';
import type { TableOptions } from './table-options';

/** A text up to this length is not wrapped. */
const SHORT_TEXT = 36;

const NUMERIC: readonly KqlType[] = ['int', 'long', 'real', 'decimal'];

/** Over so many columns a table is wide: its long texts stay on one line, so that what is out of sight stretches no row. */
const WIDE = 8;
const WIDE_TEXT = 72;

const cellHtml = (type: KqlType, cell: Cell, maxText: number, isWide: boolean): SafeHtml => {
  if (cell === null) return html`<td style="${STYLES.cell}"><span style="${STYLES.null}">null</span></td>`;
  const text = formatCell(type, cell);
  if (NUMERIC.includes(type)) return html`<td style="${STYLES.number}">${text}</td>`;
  if (type === 'datetime' || type === 'timespan') return html`<td style="${STYLES.once}">${text}</td>`;
  const short = shorten(text.replace(/\r?\n|\r/g, ' ⏎ '), maxText);
  const style = isWide ? STYLES.once : short.length > SHORT_TEXT ? STYLES.longCell : STYLES.cell;
  return short === text
    ? html`<td style="${style}">${text}</td>`
    : html`<td style="${style}" title="${shorten(text, 4000)}">${short}</td>`;
};

const headHtml = ({ name, type }: ColumnInfo): SafeHtml =>
  html`<th style="${NUMERIC.includes(type) ? STYLES.numberHead : STYLES.head}">
    ${name === '' ? '(no name)' : shorten(name, 60)}<br /><span style="${STYLES.type}"
      >${type === 'datetime' ? 'datetime, UTC' : type}</span
    >
  </th>`;

const sizeText = (frame: Frame, shownRows: number): string => {
  const rows = frame.rowCount === 1 ? '1 row' : `${formatCount(frame.rowCount)} rows`;
  const columns = frame.columns.length === 1 ? '1 column' : `${frame.columns.length} columns`;
  return `${rows} × ${columns}${shownRows < frame.rowCount ? `, the first ${shownRows} shown` : ''}`;
};

const hiddenText = (hidden: readonly string[]): string =>
  `${hidden.length} empty ${hidden.length === 1 ? 'column' : 'columns'} hidden: ${shorten(hidden.join(', '), 400)}`;

const constantHtml = (constants: readonly ConstantColumn[]): SafeHtml | null =>
  constants.length === 0
    ? null
    : html`<div style="${STYLES.quiet}">
        Same in every row:
        ${constants.map(({ name, text }, place) => html`${place ? '; ' : ''}${name} = <b>${text}</b>`)}
      </div>`;

/** The rows of a frame as a plain table, without caption. */
export const rowsHtml = (frame: Frame, options: TableOptions = {}): SafeHtml => {
  const { maxRows = 20, maxText = 140, showEmptyColumns = false } = options;
  const hidden = new Set(showEmptyColumns ? [] : emptyColumns(frame));
  const filled = frame.data.filter(({ name }) => !hidden.has(name));
  const constants = showEmptyColumns ? [] : constantColumns(frame, filled);
  const columns = filled.filter(({ name }) => !constants.some((constant) => constant.name === name));
  const isWide = columns.length > WIDE;
  const length = isWide ? Math.min(maxText, WIDE_TEXT) : maxText;
  const readers = columns.map(({ data }) => ({ type: data.type, read: cellReader(data) }));
  const rows = Array.from({ length: Math.min(maxRows, frame.rowCount) }, (_, row) => row);
  return html`<div style="${STYLES.scroll}">
      <table style="${STYLES.table}">
        <thead>
          <tr>
            ${columns.map(({ name, data }) => headHtml({ name, type: data.type }))}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${readers.map(({ type, read }) => cellHtml(type, read(row), length, isWide))}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
    ${constantHtml(constants)}${hidden.size ? html`<div style="${STYLES.quiet}" title="${[...hidden].join(', ')}">${hiddenText([...hidden])}</div>` : null}`;
};

/** A frame with its size, remarks, first rows and source. */
export const frameHtml = (frame: Frame, options: TableOptions = {}): SafeHtml =>
  html`<div style="${STYLES.root}">
    <div style="${STYLES.caption}">
      <b>${sizeText(frame, Math.min(options.maxRows ?? 20, frame.rowCount))}</b>
    </div>
    ${noticesHtml(frame.notices)}${frame.columns.length > 0 ? rowsHtml(frame, options) : null}${sourceHtml(frame.source)}
  </div>`;
