/** The offset in UTF-16 units of an offset in code points, which is how Jupyter counts. */
export const toUnits = (text: string, points: number): number => [...text].slice(0, points).join('').length;

/** The offset in code points of an offset in UTF-16 units. */
export const toPoints = (text: string, units: number): number => [...text.slice(0, units)].length;
