import { html, type HtmlValue, type SafeHtml } from '../html/html';
import { shorten } from '../table/format-cell';
import { visibleLine } from '../html/visible-text';

/** The width of every picture, in pixels. */
export const PICTURE_WIDTH = 960;

/** Colours of a picture; it stands on white in every theme. */
export const INK = {
  text: '#1f2933',
  quiet: '#667380',
  grid: '#e4e8ec',
  axis: '#9aa5b1',
  mark: '#d64545',
} as const;

/** How texts of a picture may stand. */
export interface TextStyle {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly color?: string;
  readonly bold?: boolean;
  /** Degrees around its own place. */
  readonly turn?: number;
}

/** Places are written with one decimal. */
export const place = (value: number): string => String(Math.round(value * 10) / 10);

/** About how wide a text is, in pixels. */
export const textWidth = (text: string, size = 11): number => text.length * size * 0.56;

/** The text as one visible line that is not wider than the given pixels. */
export const fitText = (text: string, width: number, size = 11): string =>
  shorten(visibleLine(text), Math.max(1, Math.floor(width / (size * 0.56))));

/** A text at a place. */
export const svgText = (x: number, y: number, text: string, style: TextStyle = {}): SafeHtml => {
  const { anchor = 'start', size = 11, color = INK.quiet, bold = false, turn } = style;
  const transform = turn === undefined ? 'translate(0)' : `rotate(${turn} ${place(x)} ${place(y)})`;
  return html`<text x="${place(x)}" y="${place(y)}" text-anchor="${anchor}" font-size="${size}" fill="${color}" font-weight="${bold ? 600 : 400}" transform="${transform}">${visibleLine(text)}</text>`;
};

/** A straight line. */
export const svgLine = (
  from: readonly [number, number],
  to: readonly [number, number],
  color: string,
  dash = '',
): SafeHtml =>
  html`<line x1="${place(from[0])}" y1="${place(from[1])}" x2="${place(to[0])}" y2="${place(to[1])}" stroke="${color}" stroke-width="1" stroke-dasharray="${dash === '' ? 'none' : dash}"/>`;

/** A picture of the given height with its title on top. */
export const svgPicture = (title: string, height: number, content: HtmlValue): SafeHtml =>
  html`<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${place(height)}" viewBox="0 0 ${PICTURE_WIDTH} ${place(height)}" font-family="system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"><rect width="100%" height="100%" fill="#ffffff"/>${svgText(20, 30, fitText(title, 900, 16), { size: 16, color: INK.text, bold: true })}${content}</svg>`;

/** A picture as the address of an image. */
export const pictureAddress = (svg: SafeHtml): string =>
  `data:image/svg+xml;base64,${Buffer.from(svg.text, 'utf8').toString('base64')}`;
