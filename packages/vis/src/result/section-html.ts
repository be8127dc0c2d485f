import type { Section } from '@casebook/core';
import { pictureHtml } from '../chart/chart-html';
import { chipHtml } from '../html/chip-html';
import { html, type SafeHtml } from '../html/html';
import { STYLES } from '../html/styles';
import { factsHtml } from '../table/facts-html';
import { formatCount } from '../table/format-cell';
import { rowsHtml } from '../table/frame-html';
import { noticesHtml } from '../table/notices-html';
import { sectionDrawing } from './section-drawing';
import { searchedWords } from './section-words';

const picture = (section: Section): SafeHtml | undefined => {
  const drawing = sectionDrawing(section);
  return typeof drawing === 'string'
    ? html`<div style="${STYLES.quiet}">${drawing}</div>`
    : drawing && pictureHtml(drawing);
};

const query = ({ query: text, milliseconds }: Section): SafeHtml | null =>
  text === undefined
    ? null
    : html`<details>
        <summary style="${STYLES.quiet}">KQL, ${Math.round(milliseconds)} ms</summary>
        <pre style="${STYLES.code}">${text.trim()}</pre>
      </details>`;

/** The number of rows of a section, and how many of them are shown. */
export const rowsText = ({ frame }: Section, maxRows: number): string =>
  `${formatCount(frame.rowCount)} ${frame.rowCount === 1 ? 'row' : 'rows'}${frame.rowCount > maxRows ? `, the first ${maxRows} shown` : ''}`;

/** What a section holds: reason, facts, chart, first rows and query; without its heading and the number of its rows. */
export const sectionBody = (section: Section, maxRows: number): SafeHtml => {
  const { frame, facts, reason } = section;
  const words = [reason ?? '', searchedWords(section)].filter((each) => each !== '').join(' ');
  return html`${noticesHtml(frame.notices)}${words === '' ? null : html`<div style="${STYLES.caption}">${words}</div>`}${
    facts ? factsHtml(facts) : null
  }${picture(section)}${frame.rowCount > 0 ? rowsHtml(frame, { maxRows }) : null}${query(section)}`;
};

/** A section with its heading. */
export const sectionHtml = (section: Section): SafeHtml =>
  html`<div style="${STYLES.root}">
    <div style="${STYLES.section}">${section.title} ${chipHtml(section.status)}</div>
    ${section.frame.rowCount > 0 ? html`<div style="${STYLES.quiet}">${rowsText(section, 20)}</div>` : null}
    ${sectionBody(section, 20)}
  </div>`;
