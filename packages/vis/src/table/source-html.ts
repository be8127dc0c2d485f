import type { FrameSource } from '@casebook/core';
import { html, type SafeHtml } from '../html/html';
import { STYLES } from '../html/styles';

/** Where a frame came from: the KQL behind a fold, with window, clock and time taken. */
export const sourceHtml = (source: FrameSource | undefined): SafeHtml | null => {
  if (!source) return null;
  const window = source.timeSpan ? `, rows from ${source.timeSpan.start} up to ${source.timeSpan.end}` : '';
  return html`<details>
    <summary style="${STYLES.quiet}">KQL, ${Math.round(source.milliseconds)} ms</summary>
    <pre style="${STYLES.code}">${source.kql.trim()}</pre>
    <div style="${STYLES.quiet}">
      answered by ${source.provider}${window}${source.clock ? `; now() is ${source.clock}` : ''}
    </div>
  </details>`;
};
