import type { Notice } from '@casebook/core';
import { html, type SafeHtml } from '../html/html';
import { STYLES } from '../html/styles';

/** The remarks that travel with an answer, those about missing rows first and marked. */
export const noticesHtml = (notices: readonly Notice[]): SafeHtml[] =>
  [...notices]
    .sort((a, b) => Number(b.partial) - Number(a.partial))
    .map(({ partial, message }) =>
      partial
        ? html`<div style="${STYLES.partial}"><b>Partial answer.</b> ${message}</div>`
        : html`<div style="${STYLES.notice}">${message}</div>`,
    );
