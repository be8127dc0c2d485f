import type { Chart } from '@casebook/core';
import { visibleText } from '../html/visible-text';
import type { MimeBundle } from '../mime-bundle';
import { frameText } from '../table/frame-text';
import { html } from '../html/html';
import { STYLES } from '../html/styles';
import { noticesHtml } from '../table/notices-html';
import { chartImage, chartWords, notDrawnText, staticChartHtml } from './chart-html';
import { drawChart } from './draw-chart';
import { interactiveHtml } from './interactive-html';

/** The MIME type of a Plotly figure. */
export const PLOTLY_TYPE = 'application/vnd.plotly.v1+json';

/** Shows a chart: a figure for Plotly, a picture for where no script runs, a sentence for where no picture is seen. */
export const renderChart = (chart: Chart): MimeBundle => {
  const drawing = drawChart(chart);
  const notices = chart.frame.notices.map(
    ({ message, partial }) => `${partial ? 'PARTIAL: ' : 'note: '}${message}`,
  );
  if (!drawing) {
    const text = `${notDrawnText(chart)}\n${frameText(chart.frame)}`;
    return { 'text/plain': visibleText(text), 'text/html': staticChartHtml(chart, undefined).text };
  }
  const words = [chart.intent.title, drawing.sentence, ...drawing.notes, ...notices].join('\n');
  const chartHtml = interactiveHtml(drawing.figure, chartImage(drawing));
  return {
    'text/plain': visibleText(words),
    'text/html': html`<div style="${STYLES.root}">
      ${noticesHtml(chart.frame.notices)}${chartHtml}${chartWords(drawing)}
    </div>`.text,
    [PLOTLY_TYPE]: drawing.figure,
  };
};
