import type { Json } from '@casebook/core';
import { html, type SafeHtml } from '../html/html';
import { STYLES } from '../html/styles';
import { formatCount, shorten } from './format-cell';

/** A JSON value in words: lists and objects as short lines. */
export const factText = (value: Json): string => {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? formatCount(value) : String(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(factText).join(', ');
  return Object.entries(value)
    .filter(([name]) => name !== 'Type')
    .map(([name, each]) => `${name}: ${factText(each as Json)}`)
    .join(', ');
};

const isSaid = ([, value]: readonly [string, unknown]): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Facts by name as a table of two columns; those without a value are left out. */
export const factsHtml = (facts: Readonly<Record<string, Json>>): SafeHtml => {
  const rows = Object.entries(facts).filter(isSaid);
  if (rows.length === 0) return html``;
  return html`<table style="${STYLES.table}">
    <tbody>
      ${rows.map(([name, value]) => {
        const text = factText(value);
        return html`<tr>
          <td style="${STYLES.factName}">${shorten(name, 60)}</td>
          <td style="${STYLES.longCell}" title="${shorten(text, 4000)}">${shorten(text, 400)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
};

/** Facts by name as lines of text. */
export const factsText = (facts: Readonly<Record<string, Json>>): string =>
  Object.entries(facts)
    .filter(isSaid)
    .map(([name, value]) => `${name}: ${shorten(factText(value), 400)}`)
    .join('\n');
