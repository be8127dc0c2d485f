import type { Frame, WorkspaceReport } from '@casebook/core';
import { html, type SafeHtml } from '../html/html';
import { STYLES } from '../html/styles';
import { visibleText } from '../html/visible-text';
import type { MimeBundle } from '../mime-bundle';
import { countOf, formatCount } from '../table/format-cell';
import { rowsHtml } from '../table/frame-html';
import { frameText } from '../table/frame-text';

const MAX_ROWS = 200;

const clockText = ({ clock }: WorkspaceReport): string =>
  clock.now ? `now() is ${String(clock.now)}, ${clock.origin}` : `now() is not known: ${clock.origin}`;

const sizeText = ({ tables, issues }: WorkspaceReport): string => {
  const rows = tables.columns.some(({ name }) => name === 'Rows')
    ? tables.numbers('Rows').reduce((sum, each) => sum + (each || 0), 0)
    : 0;
  const lost =
    issues.rowCount === 0
      ? 'nothing was lost on the way in'
      : `${countOf(issues.rowCount, 'kind of issue', 'kinds of issues')}, below`;
  return `${countOf(tables.rowCount, 'table', 'tables')}, ${formatCount(rows)} rows; ${lost}`;
};

const more = (frame: Frame): SafeHtml | null =>
  frame.rowCount > MAX_ROWS
    ? html`<div style="${STYLES.quiet}">${formatCount(frame.rowCount - MAX_ROWS)} more rows are not shown.</div>`
    : null;

/** Shows what a workspace holds, and what was lost on the way in. */
export const renderReport = (report: WorkspaceReport): MimeBundle => {
  const { source, tables, issues } = report;
  const issuesHtml =
    issues.rowCount === 0
      ? null
      : html`<div style="${STYLES.section}">Issues</div>
          ${rowsHtml(issues, { maxRows: MAX_ROWS })}${more(issues)}`;
  const issuesText = issues.rowCount === 0 ? [] : ['', 'Issues', frameText(issues, { maxRows: MAX_ROWS })];
  return {
    'text/plain': [
      visibleText(`${source}: ${sizeText(report)}; ${clockText(report)}`),
      frameText(tables, { maxRows: MAX_ROWS }),
      ...issuesText,
    ].join('\n'),
    'text/html': html`<div style="${STYLES.root}">
      <div style="${STYLES.title}">${source}</div>
      <div style="${STYLES.quiet}">${sizeText(report)}; ${clockText(report)}</div>
      ${rowsHtml(tables, { maxRows: MAX_ROWS })}${more(tables)}${issuesHtml}
    </div>`.text,
  };
};
