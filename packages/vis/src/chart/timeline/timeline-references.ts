import { TICKS, UNIX_EPOCH_TICKS, type TimelineIntent } from '@casebook/core';

/** A moment to mark, in milliseconds since 1970. */
export interface TimelineReference {
  readonly at: number;
  readonly label: string;
}

/** The reference moments of a timeline, its overlays' included. */
export const timelineReferences = (intent: TimelineIntent): TimelineReference[] => [
  ...(intent.references ?? []).map(({ time, label }) => ({
    at: Number(time.ticks - UNIX_EPOCH_TICKS) / Number(TICKS.millisecond),
    label,
  })),
  ...(intent.overlays ?? []).flatMap((chart) =>
    chart.intent.kind === 'timeline' ? timelineReferences(chart.intent) : [],
  ),
];
