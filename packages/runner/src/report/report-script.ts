/** Draws every figure of a report in place of its picture; one that cannot be drawn keeps its picture. */
export const REPORT_SCRIPT = `
for (const place of document.querySelectorAll('.figure')) {
  const figure = JSON.parse(place.querySelector('script[type="application/json"]').textContent);
  const chart = document.createElement('div');
  place.prepend(chart);
  const layout = Object.assign({}, figure.layout, { autosize: true });
  const config = Object.assign({ displaylogo: false, responsive: true }, figure.config);
  Plotly.newPlot(chart, figure.data, layout, config).then(
    () => place.classList.add('drawn'),
    () => chart.remove(),
  );
}
`;
