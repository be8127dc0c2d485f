import type { Result, Section } from '@casebook/core';
import { html, type SafeHtml } from '../html/html';
import { STYLES } from '../html/styles';
import { visibleText } from '../html/visible-text';
import type { MimeBundle } from '../mime-bundle';
import { factsHtml } from '../table/facts-html';
import { overviewHtml } from './overview-html';
import { rowsText, sectionBody } from './section-html';
import { remarkWords } from './section-words';

const MAX_ROWS = 10;

const headText = ({ notebooklet, entityType, value, timeSpan, clock }: Result): string =>
  `${notebooklet}, ${entityType} ${value}, from ${String(timeSpan.start)} up to ${String(timeSpan.end)}; now() is ${String(clock)}`;

const foldHtml = (section: Section): SafeHtml =>
  html`<details open="open">
    <summary style="${STYLES.fold}">
      <b>${section.title}</b> <span style="${STYLES.quiet}">${rowsText(section, MAX_ROWS)}</span>
    </summary>
    <div style="${STYLES.folded}">${sectionBody(section, MAX_ROWS)}</div>
  </details>`;

const resultHtml = (result: Result): SafeHtml => {
  const shown = Object.values(result.sections).filter(({ status }) => status === 'ok');
  return html`<div style="${STYLES.root}">
    <div style="${STYLES.title}">${result.title}</div>
    <div style="${STYLES.quiet}">${headText(result)}</div>
    ${
      result.summary.length > 0
        ? html`<ul style="${STYLES.list}">
            ${result.summary.map((sentence) => html`<li>${sentence}</li>`)}
          </ul>`
        : null
    }
    ${factsHtml(result.entity)}${overviewHtml(result)}${shown.map(foldHtml)}
  </div>`;
};

const sectionLine = (section: Section): string => {
  const remark = remarkWords(section);
  return `  ${section.title} [${section.status}] ${section.rows} rows${remark === '' ? '' : ` – ${remark}`}`;
};

/** Shows a result: what was found in sentences, an overview of its sections, then each that has rows. */
export const renderResult = (result: Result): MimeBundle => ({
  'text/plain': visibleText(
    [
      result.title,
      headText(result),
      ...result.summary.map((sentence) => `- ${sentence}`),
      'Sections',
      ...Object.values(result.sections).map(sectionLine),
    ].join('\n'),
  ),
  'text/html': resultHtml(result).text,
});
