import { createHash } from 'node:crypto';
import { html, trustedHtml, type SafeHtml } from '../html/html';
import { scriptJson } from '../html/script-json';
import type { PlotlyFigure } from './plotly-figure';

/**
 * Waits for Plotly, which the loader brings (see `plotlyLoaderHtml`), draws the figure above its picture and hides the
 * picture; where Plotly does not come, or cannot draw, the picture stays.
 */
const DRAW = `(function (id, figure) {
  var tries = 100;
  (function draw() {
    var places = Array.from(document.querySelectorAll('[id="' + id + '"]')).filter(function (each) {
      return !each.dataset.drawn;
    });
    if (!window.Plotly || places.length === 0) { if (tries-- > 0) setTimeout(draw, 100); return; }
    places.forEach(function (place) {
      var picture = place.nextElementSibling;
      place.dataset.drawn = 'yes';
      place.style.display = 'block';
      window.Plotly.newPlot(place, figure.data, figure.layout, { responsive: true, displaylogo: false })
        .then(function () { if (picture) picture.style.display = 'none'; })
        .catch(function () { place.style.display = 'none'; });
    });
  })();
})`;

/** A chart that Plotly draws where scripts run; the picture is what is seen until then and elsewhere. */
export const interactiveHtml = (figure: PlotlyFigure, picture: SafeHtml): SafeHtml => {
  const json = scriptJson(figure);
  const id = `casebook-${createHash('sha256').update(json).digest('hex').slice(0, 24)}`;
  return html`<div id="${id}" style="display: none;"></div>
    <div>${picture}</div>
    <script>
      ${trustedHtml(`${DRAW}(${scriptJson(id)}, ${json});`)};
    </script>`;
};
