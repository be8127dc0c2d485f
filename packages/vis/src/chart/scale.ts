/** A function from values to places. */
export type Scale = (value: number) => number;

/** Maps a range of values evenly onto a range of places; a range without length maps to its middle. */
export const linearScale = (from: readonly [number, number], to: readonly [number, number]): Scale => {
  const [low, high] = from;
  if (!(high > low)) return () => (to[0] + to[1]) / 2;
  return (value) => to[0] + ((value - low) / (high - low)) * (to[1] - to[0]);
};

/** The least and the largest of the numbers, NaN and the infinities left out; 0 and 1 where there are none. */
export const extent = (values: Iterable<number>): [number, number] => {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 1];
};

/** A range made wider on both sides by a share of its length, or by `least` where it has none. */
export const padded = (
  [low, high]: readonly [number, number],
  share: number,
  least: number,
): [number, number] => {
  const room = high > low ? (high - low) * share : least;
  return [low - room, high + room];
};
