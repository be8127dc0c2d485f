import { inspect } from 'node:util';
import { Frame } from '@casebook/core';
import { renderChart } from './chart/render-chart';
import { isEntity, renderEntity } from './entity/render-entity';
import { visibleText } from './html/visible-text';
import type { MimeBundle } from './mime-bundle';
import { renderReport } from './report/render-report';
import { renderResult } from './result/render-result';
import { sectionHtml } from './result/section-html';
import { sectionText } from './result/section-text';
import { isChart, isReport, isResult, isSection } from './result/tell-result';
import { frameHtml } from './table/frame-html';
import { frameText } from './table/frame-text';

/**
 * Turns a value into an output: frames, results, their sections, charts, workspace reports and entities (plain data with a
 * `Type`) as text and HTML, charts as Plotly figures too, anything else as text: by its own `toText()` where it has one, as a
 * process tree does. Pure: the same value, the same bundle. A
 * chart of a column that its frame does not have is an `UnknownColumn` error.
 */
export const render = (value: unknown): MimeBundle => {
  if (Frame.is(value)) return { 'text/plain': frameText(value), 'text/html': frameHtml(value).text };
  if (isResult(value)) return renderResult(value);
  if (isReport(value)) return renderReport(value);
  if (isSection(value)) return { 'text/plain': sectionText(value), 'text/html': sectionHtml(value).text };
  if (isChart(value)) return renderChart(value);
  if (isEntity(value)) return renderEntity(value);
  return { 'text/plain': visibleText(textOf(value)) };
};

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const { toText } = (value ?? {}) as { readonly toText?: unknown };
  return typeof toText === 'function' ? String(toText.call(value)) : inspect(value);
};
