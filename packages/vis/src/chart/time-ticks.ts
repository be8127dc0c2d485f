const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 28, 91, 182, 365, 730, 3650, 36_500, 365_000].map((count) => count * DAY),
];

/** A moment of a time axis, in milliseconds since 1970, with its label. */
export interface TimeTick {
  readonly at: number;
  readonly label: string;
}

const label = (at: number, step: number): string => {
  const text = new Date(at).toISOString();
  if (step >= DAY) return text.slice(0, 10);
  if (step >= MINUTE) return at % DAY === 0 ? text.slice(0, 10) : text.slice(11, 16);
  return step >= SECOND ? text.slice(11, 19) : text.slice(11, 23);
};

/** Round moments that divide a range of milliseconds into at most `count` parts. */
export const timeTicks = (low: number, high: number, count = 8): TimeTick[] => {
  const step = STEPS.find((each) => (high - low) / each <= count) ?? 365_000 * DAY;
  const ticks: TimeTick[] = [];
  for (let at = Math.ceil(low / step) * step; at <= high; at += step)
    ticks.push({ at, label: label(at, step) });
  return ticks;
};
