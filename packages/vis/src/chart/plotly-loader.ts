import { readFileSync } from 'node:fs';
import { html, trustedHtml, type SafeHtml } from '../html/html';

/** The path of the plotly.js file that draws the charts. */
export const plotlyPath = (): string => require.resolve('plotly.js-basic-dist-min');

/**
 * An element that brings Plotly to a page, without any network: needed once in a notebook or a page. It takes the place of
 * another Plotly only where there is none, and keeps away from a module loader that the page may have.
 */
export const plotlyLoaderHtml = (): SafeHtml => {
  const library = readFileSync(plotlyPath(), 'utf8')
    .replaceAll(/<\/(script)/gi, '<\\/$1')
    .replaceAll('<!--', '<\\!--');
  return html`<script>
    ${trustedHtml(`if (!window.Plotly) (function (define, module, exports) {${library}\n}).call(window);`)}
  </script>`;
};
