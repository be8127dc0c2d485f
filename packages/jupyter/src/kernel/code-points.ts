/** The offset in UTF-16 units of an offset in code points, which Jupyter counts. */
export const toUnits = (code: string, points: number): number =>
  points >= code.length ? code.length : [...code].slice(0, Math.max(0, points)).join('').length;

/** The offset in code points of an offset in UTF-16 units. */
export const toPoints = (code: string, units: number): number => [...code.slice(0, units)].length;
