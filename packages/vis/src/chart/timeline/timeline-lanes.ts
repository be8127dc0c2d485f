import { cellReader, type Chart, type Frame, type TimelineIntent } from '@casebook/core';
import { countOf, formatCell } from '../../table/format-cell';
import { columnTimes } from '../column-times';
import { hoverTexts } from '../hover-texts';

/** One mark: its moment in milliseconds since 1970 and what is told about it. */
export interface TimelineMark {
  readonly at: number;
  readonly row: number;
}

/** One lane of a timeline. */
export interface TimelineLane {
  readonly label: string;
  readonly marks: readonly TimelineMark[];
  readonly hover: (row: number) => string;
}

/** The lanes of a timeline and what they leave out. */
export interface TimelineLanes {
  readonly lanes: readonly TimelineLane[];
  readonly notes: readonly string[];
}

/** The most lanes of one frame; those with the most marks are kept, the others share one more. */
const MAX_LANES = 60;

/** The height of a lane in pixels: many lanes stand closer. */
export const laneHeight = (lanes: number): number => (lanes > 20 ? 20 : 30);

const groupLabels = (
  frame: Frame,
  group: string | undefined,
  otherwise: string,
): ((row: number) => string) => {
  if (group === undefined) return () => otherwise;
  const { data } = frame.column(group);
  const read = cellReader(data);
  return (row) => {
    const text = formatCell(data.type, read(row));
    return text === '' ? '(none)' : text;
  };
};

const gather = (frame: Frame, intent: TimelineIntent): Map<string, TimelineMark[]> => {
  const label = groupLabels(frame, intent.group, intent.title);
  const groups = new Map<string, TimelineMark[]>();
  columnTimes(frame, intent.time).forEach((at, row) => {
    if (Number.isNaN(at)) return;
    const name = label(row);
    const marks = groups.get(name);
    if (marks) marks.push({ at, row });
    else groups.set(name, [{ at, row }]);
  });
  return groups;
};

const ofChart = ({ frame, intent }: { frame: Frame; intent: TimelineIntent }): TimelineLanes => {
  const groups = [...gather(frame, intent)];
  const hover = hoverTexts(frame, [
    intent.time,
    ...(intent.group === undefined ? [] : [intent.group]),
    ...(intent.hover ?? []),
  ]);
  const kept = new Set([...groups].sort((a, b) => b[1].length - a[1].length).slice(0, MAX_LANES));
  const lanes = groups
    .filter((group) => kept.has(group))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, marks]) => ({ label, marks, hover }));
  const others = groups.filter((group) => !kept.has(group)).flatMap(([, marks]) => marks);
  const drawn = groups.reduce((sum, [, marks]) => sum + marks.length, 0);
  const notes =
    drawn < frame.rowCount
      ? [`${countOf(frame.rowCount - drawn, 'row without a time is', 'rows without a time are')} not shown.`]
      : [];
  if (!others.length) return { lanes, notes };
  const label = countOf(groups.length - kept.size, 'other group', 'other groups');
  return {
    lanes: [...lanes, { label, marks: others, hover }],
    notes: [...notes, `${label} share the last lane.`],
  };
};

const ofOverlay = ({ frame, intent }: Chart): TimelineLanes => {
  if (intent.kind !== 'timeline')
    return { lanes: [], notes: [`The overlay “${intent.title}” (${intent.kind}) is not drawn yet.`] };
  const { lanes, notes } = ofChart({ frame, intent });
  const named = lanes.map(({ label, ...lane }) => ({
    ...lane,
    label: label === intent.title ? label : `${intent.title}: ${label}`,
  }));
  return { lanes: named, notes: notes.map((note) => `${intent.title}: ${note}`) };
};

/** The lanes of a timeline and of its overlays, in that order. */
export const timelineLanes = (frame: Frame, intent: TimelineIntent): TimelineLanes => {
  const parts = [ofChart({ frame, intent }), ...(intent.overlays ?? []).map(ofOverlay)];
  return { lanes: parts.flatMap(({ lanes }) => lanes), notes: parts.flatMap(({ notes }) => notes) };
};
