import { visibleText } from './visible-text';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text as HTML shows it, inside an element or a quoted attribute; invisible characters become visible. */
export const escapeHtml = (text: string): string =>
  visibleText(text).replace(/[&<>"'`]/g, (character) => ENTITIES[character] as string);
