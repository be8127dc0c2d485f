import type { Chart } from '@casebook/core';
import { html, type SafeHtml } from '../html/html';
import { STYLES } from '../html/styles';
import { noticesHtml } from '../table/notices-html';
import { rowsHtml } from '../table/frame-html';
import type { ChartDrawing } from './chart-drawing';
import { pictureAddress } from './picture';

/** The sentence and the notes of a drawing, in this order. */
export const chartWords = ({ sentence, notes }: ChartDrawing): SafeHtml =>
  html`<div style="${STYLES.quiet}">${[sentence, ...notes].join(' ')}</div>`;

/** The static picture of a chart; its sentence stands in for it where pictures are not shown. */
export const chartImage = ({ sentence, picture }: ChartDrawing): SafeHtml =>
  html`<img alt="${sentence}" src="${pictureAddress(picture)}" style="${STYLES.picture}" />`;

/** The static picture of a chart with its words. */
export const pictureHtml = (drawing: ChartDrawing): SafeHtml =>
  html`${chartImage(drawing)}${chartWords(drawing)}`;

/** What a chart says when its kind cannot be drawn yet. */
export const notDrawnText = ({ intent }: Chart): string =>
  `The ${intent.kind} chart “${intent.title}” is not drawn yet; this is its table.`;

/** A chart that cannot be drawn yet, as its table. */
export const notDrawnHtml = (chart: Chart): SafeHtml =>
  html`<div style="${STYLES.notice}">${notDrawnText(chart)}</div>
    ${rowsHtml(chart.frame)}`;

/** A chart for where no script runs: picture, words and the remarks of its frame. */
export const staticChartHtml = (chart: Chart, drawing: ChartDrawing | undefined): SafeHtml =>
  html`<div style="${STYLES.root}">
    ${noticesHtml(chart.frame.notices)}${drawing ? pictureHtml(drawing) : notDrawnHtml(chart)}
  </div>`;
