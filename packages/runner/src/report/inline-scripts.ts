import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { html, plotlyPath, type SafeHtml } from '@casebook/vis';
import { trusted } from './trusted';
import { REPORT_SCRIPT } from './report-script';

/** The scripts of a report, and the policy that lets nothing else run or load. */
export interface InlineScripts {
  readonly scripts: readonly SafeHtml[];
  readonly policy: string;
}

/** Inlines plotly.js and what draws with it; a report without figures has no script at all. */
export async function inlineScripts(hasFigures: boolean): Promise<InlineScripts> {
  const sources = hasFigures ? [await readFile(plotlyPath(), 'utf8'), REPORT_SCRIPT].map(closed) : [];
  const hashes = sources.map((source) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`);
  const rules = [
    "default-src 'none'",
    'img-src data:',
    "style-src 'unsafe-inline'",
    `script-src ${hashes.join(' ') || "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return {
    scripts: sources.map((source) => html`<script>${trusted(source)}</script>\n`),
    policy: rules.join('; '),
  };
}

/** A script text that cannot end its element; carriage returns go, as a browser reads them as line feeds before it hashes. */
function closed(source: string): string {
  return source
    .replaceAll(/<\/(script)/gi, '<\\/$1')
    .replaceAll(/<!--/g, '<\\!--')
    .replaceAll(/\r\n?/g, '\n');
}
