import { isRecord } from '../notebook/is-record';
import type { CodeCell, NotebookCell } from '../notebook/notebook';
import { html, type SafeHtml } from '@casebook/vis';
import { renderMarkdown } from './render-markdown';
import { renderOutput } from './render-output';

/** A cell as HTML: Markdown as it reads, code folded above what it showed. */
export function renderCell(cell: NotebookCell): SafeHtml {
  if (cell.cell_type === 'markdown') {
    return html`<section class="text">${renderMarkdown(cell.source, cell.attachments)}</section> `;
  }
  if (cell.cell_type !== 'code') return html`<pre>${cell.source}</pre> `;
  if (cell.source.trim() === '' && cell.outputs.length === 0) return html``;
  return html`<section class="code">${input(cell)}${cell.outputs.map(renderOutput)}</section> `;
}

function input(cell: CodeCell): SafeHtml {
  const count = cell.execution_count === null ? 'not run' : `[${cell.execution_count}]`;
  return html`<details>
    <summary>code ${count}${duration(cell)}</summary>
    <pre><code>${cell.source}</code></pre>
  </details>`;
}

function duration(cell: CodeCell): string {
  const times = cell.metadata['execution'];
  if (!isRecord(times)) return '';
  const [from, to] = [times['iopub.status.busy'], times['iopub.status.idle']].map((time) =>
    Date.parse(String(time)),
  );
  if (from === undefined || to === undefined || Number.isNaN(to - from)) return '';
  return ` · ${((to - from) / 1000).toFixed(1)} s`;
}
