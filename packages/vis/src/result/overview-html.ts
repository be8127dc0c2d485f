import type { Result, Section } from '@casebook/core';
import { chipHtml } from '../html/chip-html';
import { html, type SafeHtml } from '../html/html';
import { STYLES } from '../html/styles';
import { formatCount, shorten } from '../table/format-cell';
import { remarkWords } from './section-words';

const rowHtml = (section: Section): SafeHtml => {
  const remark = remarkWords(section);
  const hasRun = section.status === 'ok' || section.status === 'empty';
  return html`<tr>
    <td style="${STYLES.once}">${section.title}</td>
    <td style="${STYLES.once}">${chipHtml(section.status)}</td>
    <td style="${STYLES.number}">${hasRun ? formatCount(section.rows) : '–'}</td>
    <td style="${STYLES.number}">${hasRun ? `${formatCount(Math.round(section.milliseconds))} ms` : '–'}</td>
    <td style="${STYLES.longCell}" title="${shorten(remark, 4000)}">${shorten(remark, 260)}</td>
  </tr>`;
};

/** All sections of a result in one table: status, rows, time, and why where something is missing. */
export const overviewHtml = ({ sections }: Result): SafeHtml =>
  html`<table style="${STYLES.table}">
    <thead>
      <tr>
        <th style="${STYLES.head}">Section</th>
        <th style="${STYLES.head}">Status</th>
        <th style="${STYLES.numberHead}">Rows</th>
        <th style="${STYLES.numberHead}">Time</th>
        <th style="${STYLES.head}">Remark</th>
      </tr>
    </thead>
    <tbody>
      ${Object.values(sections).map(rowHtml)}
    </tbody>
  </table>`;
