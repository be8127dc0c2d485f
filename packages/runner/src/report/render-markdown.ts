import MarkdownIt from 'markdown-it';
import type { MimeBundle, TextCell } from '../notebook/notebook';
import type { SafeHtml } from '@casebook/vis';
import { trusted } from './trusted';

/** Markdown as HTML: HTML in it is text, and pictures are drawn only from the cell's attachments or data addresses. */
export function renderMarkdown(source: string, attachments: TextCell['attachments'] = {}): SafeHtml {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.renderer.rules['image'] = (tokens, index) => {
    const token = tokens[index];
    const address = pictureOf(String(token?.attrGet('src') ?? ''), attachments);
    const alt = markdown.utils.escapeHtml(token?.content ?? '');
    return address === null ? alt : `<img alt="${alt}" src="${markdown.utils.escapeHtml(address)}">`;
  };
  return trusted(markdown.render(source));
}

function pictureOf(address: string, attachments: Readonly<Record<string, MimeBundle>>): string | null {
  if (/^data:image\/(?:png|jpeg|gif|webp);base64,/.test(address)) return address;
  const name = /^attachment:(.*)$/.exec(address)?.[1];
  const bundle = name === undefined ? undefined : attachments[decodeURIComponent(name)];
  const found = Object.entries(bundle ?? {}).find(([type]) => /^image\/(?:png|jpeg|gif|webp)$/.test(type));
  return found ? `data:${found[0]};base64,${String(found[1]).replace(/\s/g, '')}` : null;
}
