import type { MimeBundle, Output } from '../notebook/notebook';
import { html, type SafeHtml } from '@casebook/vis';
import { trusted } from './trusted';
import { renderMarkdown } from './render-markdown';
import { sanitizeHtml } from './sanitize-html';
import { stripAnsi } from './strip-ansi';

/** The MIME type of a Plotly figure. */
export const PLOTLY = 'application/vnd.plotly.v1+json';

/** An output of a cell as HTML; every text is escaped, every HTML is sanitised. */
export function renderOutput(output: Output): SafeHtml {
  switch (output.output_type) {
    case 'stream':
      return html`<pre class="stream ${output.name}">${stripAnsi(output.text)}</pre>`;
    case 'error':
      return renderError(output.ename, output.evalue, output.traceback);
    default: {
      const content = renderBundle(output.data);
      return content.text.trim() === '' ? content : html`<div class="output">${content}</div>`;
    }
  }
}

function renderError(name: string, message: string, traceback: readonly string[]): SafeHtml {
  const trace = stripAnsi(traceback.join('\n')).trim();
  const details = trace === '' ? '' : html`<pre>${trace}</pre>`;
  return html`<div class="error"><strong>${name}</strong> ${message}${details}</div>`;
}

function renderBundle(data: MimeBundle): SafeHtml {
  if (PLOTLY in data) return renderFigure(data);
  if (Object.keys(data).length === 0) return html``;
  for (const [type, render] of RENDERERS) {
    const value = data[type];
    if (value !== undefined)
      return render(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  }
  return html`<pre>${Object.keys(data).join(', ')}</pre>`;
}

const RENDERERS: readonly (readonly [string, (text: string) => SafeHtml])[] = [
  ['text/html', sanitizeHtml],
  ['text/markdown', (text) => renderMarkdown(text)],
  ['image/svg+xml', (text) => picture('image/svg+xml', Buffer.from(text).toString('base64'))],
  ['image/png', (text) => picture('image/png', text)],
  ['image/jpeg', (text) => picture('image/jpeg', text)],
  ['image/gif', (text) => picture('image/gif', text)],
  ['text/plain', (text) => html`<pre>${text}</pre>`],
  ['application/json', (text) => html`<pre>${text}</pre>`],
];

function picture(type: string, base64: string): SafeHtml {
  return html`<img alt="" src="data:${type};base64,${base64.replace(/\s/g, '')}" />`;
}

/** A figure as its static picture, with the data beside it from which a script draws it. */
function renderFigure(data: MimeBundle): SafeHtml {
  const { [PLOTLY]: figure, ...others } = data;
  const json = trusted(JSON.stringify(figure).replaceAll('<', '\\u003c'));
  return html`<div class="figure">
    <div class="picture">${renderBundle(others)}</div>
    <script type="application/json">
      ${json}
    </script>
  </div>`;
}
