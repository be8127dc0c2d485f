import { shorten } from '../table/format-cell';
import { visibleLine } from '../html/visible-text';

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', $: '&#36;' };

/**
 * A text as Plotly shows it unchanged: Plotly reads tags and entities in titles, tick labels and hover texts, and formulas
 * between dollar signs.
 */
export const plotlyText = (text: string, length = 200): string =>
  shorten(visibleLine(text), length).replace(/[&<>$]/g, (character) => NAMES[character] as string);
