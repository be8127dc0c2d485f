import { escapeHtml } from './escape-html';

/** HTML that was built by {@link html} or vouched for by {@link trustedHtml}. */
export class SafeHtml {
  readonly text: string;

  /** For this file only: others build it with the template. */
  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What a slot of the template takes: text is escaped, safe HTML stays, lists are joined, nothing is nothing. */
export type HtmlValue = SafeHtml | string | number | bigint | false | null | undefined | readonly HtmlValue[];

const write = (value: HtmlValue): string => {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof SafeHtml) return value.text;
  if (Array.isArray(value)) return value.map(write).join('');
  return escapeHtml(String(value));
};

/** HTML with every slot escaped; slots stand inside elements or inside quoted attributes, never in scripts or tag names. */
export const html = (texts: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml =>
  new SafeHtml(texts.reduce((whole, text, place) => whole + write(values[place - 1]) + text));

/** Takes HTML as it is: only for constants of this package and for its own pictures and scripts, never for data. */
export const trustedHtml = (text: string): SafeHtml => new SafeHtml(text);
