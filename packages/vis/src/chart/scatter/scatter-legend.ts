import { html, type SafeHtml } from '../../html/html';
import { axisNumber } from '../number-ticks';
import { fitText, INK, place, svgText } from '../picture';
import { viridis } from '../viridis';
import type { ScatterColor } from './scatter-color';

const LEFT = 812;

const scaleBar = (
  name: string,
  [low, high]: readonly [number, number],
  top: number,
  height: number,
): SafeHtml => {
  const steps = Array.from({ length: 40 }, (_, at) => at);
  const step = height / steps.length;
  return html`${svgText(LEFT, top - 10, fitText(name, 140), { color: INK.text })}${steps.map(
    (at) =>
      html`<rect x="${LEFT}" y="${place(top + step * at)}" width="14" height="${place(step + 0.6)}" fill="${viridis(1 - at / 39)}"/>`,
  )}${[0, 0.5, 1].map((share) => svgText(LEFT + 22, top + height * (1 - share) + 4, axisNumber(low + share * (high - low))))}`;
};

/** What the colours of a scatter chart mean: a colour bar, or a list of groups. */
export const scatterLegend = (color: ScatterColor, top: number, height: number): SafeHtml => {
  if (color.kind === 'plain') return html``;
  if (color.kind === 'scale') return scaleBar(color.name, color.range, top + 10, Math.min(220, height - 20));
  return html`${svgText(LEFT, top, fitText(color.name, 140), { color: INK.text })}${color.groups.map(
    (group, at) =>
      html`<circle cx="${LEFT + 6}" cy="${top + 18 + 18 * at}" r="5" fill="${group.color}"/>${svgText(LEFT + 18, top + 22 + 18 * at, fitText(group.label, 120))}`,
  )}`;
};
