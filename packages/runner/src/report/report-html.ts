import { basename } from 'node:path';
import type { Notebook, NotebookCell } from '../notebook/notebook';
import type { ParameterValue } from '../parameters/parameter';
import { notebookParameters } from '../parameters/notebook-parameters';
import { toLiteral } from '../parameters/to-literal';
import type { RunOutcome } from '../run/run-outcome';
import { html, type SafeHtml } from '@casebook/vis';
import { trusted } from './trusted';
import { inlineScripts } from './inline-scripts';
import { renderCell } from './render-cell';
import { PLOTLY } from './render-output';
import { REPORT_STYLE } from './report-style';

/** What a report says beside the cells. */
export interface ReportDetails {
  readonly notebook: string;
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  readonly outcome: RunOutcome;
  /** When the run began, in milliseconds since 1970. */
  readonly started: number;
}

/**
 * An executed notebook as one HTML page that needs no network. Nothing that the logs or outputs say can run or load in it:
 * texts are escaped, HTML is sanitised, and the page's policy allows no script but its own.
 */
export async function reportHtml(notebook: Notebook, details: ReportDetails): Promise<string> {
  const { title, cells } = splitTitle(notebook, basename(details.notebook, '.ipynb'));
  const { scripts, policy } = await inlineScripts(hasFigures(cells));
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${trusted(REPORT_STYLE)}
        </style>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <dl class="facts">${facts(notebook, details)}</dl>
        </header>
        <main>${cells.map(renderCell)}</main>
        <footer>Written by Casebook. The page holds everything it shows and loads nothing.</footer>
        ${scripts}
      </body>
    </html> `.text;
}

function facts(notebook: Notebook, details: ReportDetails): SafeHtml[] {
  const { parameters = {}, outcome, started } = details;
  const seconds = (outcome.milliseconds / 1000).toFixed(1);
  const values = notebookParameters(notebook).map(({ name, default: usual }) =>
    fact(name, toLiteral(Object.hasOwn(parameters, name) ? parameters[name] : usual)),
  );
  const status = outcome.error
    ? html`<span class="status failed">failed</span> ${outcome.error.message}`
    : html`<span class="status ok">ok</span>`;
  return [
    fact('Status', html`${status}, ${outcome.ran} of ${outcome.cells} cells ran`),
    fact('Notebook', basename(details.notebook)),
    ...values,
    fact('Run', `${new Date(started).toISOString().replace('T', ' ').slice(0, 19)} UTC, ${seconds} s`),
  ];
}

function fact(name: string, value: SafeHtml | string): SafeHtml {
  return html`<dt>${name}</dt>
    <dd>${value}</dd>`;
}

/** The first heading is the report's title and leaves its cell. */
function splitTitle(notebook: Notebook, name: string): { title: string; cells: NotebookCell[] } {
  const [first, ...others] = notebook.cells;
  const found = first?.cell_type === 'markdown' ? /^\s*#\s+(.+?)\s*(?:\n|$)/.exec(first.source) : null;
  if (!first || !found) return { title: name, cells: notebook.cells };
  const rest = { ...first, source: first.source.slice(found[0].length) };
  return { title: found[1] ?? name, cells: [rest, ...others] };
}

function hasFigures(cells: readonly NotebookCell[]): boolean {
  return cells.some(
    (cell) =>
      cell.cell_type === 'code' && cell.outputs.some((output) => 'data' in output && PLOTLY in output.data),
  );
}
