export { render } from './render';
export type { MimeBundle } from './mime-bundle';
export { html, SafeHtml, type HtmlValue } from './html/html';
export { escapeHtml } from './html/escape-html';
export { visibleText } from './html/visible-text';
export { frameHtml } from './table/frame-html';
export { frameText, type TextOptions } from './table/frame-text';
export type { TableOptions } from './table/table-options';
