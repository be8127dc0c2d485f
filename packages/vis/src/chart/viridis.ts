// The scale viridis of matplotlib (CC0), at nine even steps.
const STEPS = [
  [68, 1, 84],
  [71, 44, 122],
  [59, 81, 139],
  [44, 113, 142],
  [33, 144, 141],
  [39, 173, 129],
  [92, 200, 99],
  [170, 220, 50],
  [253, 231, 37],
] as const;

/** The colour at a place of the viridis scale, from 0 (dark) to 1 (bright), as `rgb(…)`. */
export const viridis = (place: number): string => {
  const at = Math.min(1, Math.max(0, place)) * (STEPS.length - 1);
  const low = Math.min(STEPS.length - 2, Math.floor(at));
  const [from, to] = [STEPS[low] ?? STEPS[0], STEPS[low + 1] ?? STEPS[0]];
  const mix = [0, 1, 2].map((part) =>
    Math.round((from[part] ?? 0) + ((to[part] ?? 0) - (from[part] ?? 0)) * (at - low)),
  );
  return `rgb(${mix.join(', ')})`;
};

/** Colours that tell groups apart, dark enough for a white ground. */
export const groupColors = (count: number): string[] => {
  const last = Math.min(0.74, 0.2 + 0.18 * count);
  return Array.from({ length: count }, (_, at) =>
    viridis(count < 2 ? 0.38 : 0.08 + ((last - 0.08) * at) / (count - 1)),
  );
};
