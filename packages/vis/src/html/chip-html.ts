import type { SectionStatus } from '@casebook/core';
import { html, type SafeHtml } from './html';

const COLORS: Readonly<Record<SectionStatus, string>> = {
  ok: '39, 150, 90',
  empty: '110, 120, 135',
  skipped: '110, 120, 135',
  unavailable: '190, 130, 20',
  failed: '205, 60, 60',
};

/** A status as a word on a tinted ground, readable in every theme. */
export const chipHtml = (status: SectionStatus): SafeHtml => {
  const color = COLORS[status] ?? COLORS.empty;
  const style = `display: inline-block; padding: 0 8px; border-radius: 9px; font-size: 11px; line-height: 18px; white-space: nowrap; border: 1px solid rgba(${color}, 0.7); background-color: rgba(${color}, 0.16);`;
  return html`<span style="${style}">${status}</span>`;
};
