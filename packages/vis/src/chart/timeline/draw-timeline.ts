import type { Frame, TimelineIntent } from '@casebook/core';
import { formatCount, shorten } from '../../table/format-cell';
import { visibleLine } from '../../html/visible-text';
import type { ChartDrawing } from '../chart-drawing';
import { momentText } from '../column-times';
import { extent, padded } from '../scale';
import { groupColors } from '../viridis';
import { markBudget, timelineFigure } from './timeline-figure';
import { timelineLanes, type TimelineLane } from './timeline-lanes';
import { timelinePicture } from './timeline-picture';
import { timelineReferences } from './timeline-references';

const sentenceOf = (lanes: readonly TimelineLane[], [first, last]: readonly [number, number]): string => {
  const count = lanes.reduce((sum, { marks }) => sum + marks.length, 0);
  if (count === 0) return 'No events with a time.';
  const events = count === 1 ? '1 event' : `${formatCount(count)} events`;
  const when =
    first === last ? `at ${momentText(first)}` : `from ${momentText(first)} to ${momentText(last)}`;
  const [most] = [...lanes].sort((a, b) => b.marks.length - a.marks.length);
  const groups =
    most && lanes.length > 1
      ? ` in ${lanes.length} groups, most in “${shorten(visibleLine(most.label), 60)}” (${formatCount(most.marks.length)})`
      : '';
  return `${events}${groups}, ${when} UTC.`;
};

/** Draws events on a time axis. */
export const drawTimeline = (frame: Frame, intent: TimelineIntent): ChartDrawing => {
  const { lanes, notes } = timelineLanes(frame, intent);
  const references = timelineReferences(intent);
  const times = (function* () {
    for (const { marks } of lanes) for (const { at } of marks) yield at;
  })();
  const seen = extent(times);
  const whole = extent([...(lanes.length > 0 ? seen : []), ...references.map(({ at }) => at)]);
  const range = padded(whole, 0.03, 30 * 60_000);
  const model = { title: intent.title, lanes, references, range, colors: groupColors(lanes.length) };
  const budget = markBudget(lanes);
  const cut = lanes.some(({ marks }) => marks.length > budget)
    ? [`The interactive chart draws the first ${budget} events of each group; the picture draws all.`]
    : [];
  return {
    figure: timelineFigure(model),
    picture: timelinePicture(model),
    sentence: sentenceOf(lanes, seen),
    notes: [...notes, ...cut],
  };
};
