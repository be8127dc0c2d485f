import { SafeHtml } from '@casebook/vis';

/** Takes text as HTML: only for constants of this package and for what its sanitiser and Markdown renderer made. */
export function trusted(text: string): SafeHtml {
  return new SafeHtml(text);
}
