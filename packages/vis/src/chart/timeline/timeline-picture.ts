import { html, type SafeHtml } from '../../html/html';
import { formatCount } from '../../table/format-cell';
import { fitText, INK, PICTURE_WIDTH, place, svgLine, svgPicture, svgText, textWidth } from '../picture';
import { linearScale, type Scale } from '../scale';
import { timeTicks } from '../time-ticks';
import { laneHeight, type TimelineLane } from './timeline-lanes';
import type { TimelineReference } from './timeline-references';

/** What a timeline's drawings need. */
export interface TimelineModel {
  readonly title: string;
  readonly lanes: readonly TimelineLane[];
  readonly references: readonly TimelineReference[];
  /** The range of the axis, in milliseconds since 1970. */
  readonly range: readonly [number, number];
  readonly colors: readonly string[];
}

const TOP = 52;
const RIGHT = PICTURE_WIDTH - 66;

const diamond = (x: number, y: number): string => `M${place(x)} ${place(y - 5)}l5 5l-5 5l-5 -5z`;

const laneMarks = ({ marks }: TimelineLane, y: number, color: string, x: Scale): SafeHtml => {
  const places = [...new Set(marks.map(({ at }) => Math.round(x(at))))];
  return html`<path d="${places.map((each) => diamond(each, y)).join('')}" fill="${color}" fill-opacity="0.62"/>`;
};

const referenceMarks = (
  references: readonly TimelineReference[],
  x: Scale,
  top: number,
  bottom: number,
): SafeHtml[] =>
  references.map(({ at, label }, index) => {
    const left = x(at) > PICTURE_WIDTH / 2;
    const y = top + 11 + 13 * (index % 4);
    const text = svgText(x(at) + (left ? -5 : 5), y, fitText(label, 260), {
      anchor: left ? 'end' : 'start',
      color: INK.mark,
    });
    return html`${svgLine([x(at), top], [x(at), bottom], INK.mark, '4 3')}${text}`;
  });

/** Draws a timeline as a picture: a lane a group, the number of marks at its end. */
export const timelinePicture = (model: TimelineModel): SafeHtml => {
  const { title, lanes, references, range, colors } = model;
  const lane = laneHeight(lanes.length);
  const labels = lanes.map(({ label }) => fitText(label, 260));
  const left = 32 + Math.max(60, ...labels.map((label) => textWidth(label)));
  const x = linearScale(range, [left + 12, RIGHT]);
  const top = TOP + (references.length > 0 ? 14 * Math.min(4, references.length) : 0);
  const bottom = top + lane * Math.max(1, lanes.length);
  const y = (at: number): number => top + lane * (at + 0.5);
  const ticks = timeTicks(range[0], range[1]);
  return svgPicture(title, bottom + 46, [
    ticks.map(({ at }) => svgLine([x(at), top], [x(at), bottom], INK.grid)),
    lanes.map((_, lane) => svgLine([left, y(lane)], [PICTURE_WIDTH - 56, y(lane)], INK.grid)),
    svgLine([left, bottom], [PICTURE_WIDTH - 56, bottom], INK.axis),
    ticks.map(({ at, label }) => svgText(x(at), bottom + 17, label, { anchor: 'middle' })),
    svgText((left + RIGHT) / 2, bottom + 36, 'UTC', { anchor: 'middle', size: 10 }),
    lanes.map((lane, at) => laneMarks(lane, y(at), colors[at] ?? INK.axis, x)),
    labels.map((label, at) => svgText(left - 10, y(at) + 4, label, { anchor: 'end', color: INK.text })),
    lanes.map(({ marks }, at) => svgText(PICTURE_WIDTH - 48, y(at) + 4, formatCount(marks.length))),
    referenceMarks(references, x, TOP, bottom),
  ]);
};
