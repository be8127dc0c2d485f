import type { Vector } from './sphere';

/** The finest level of the cells of the S2 library, whose published curve and projection these functions follow. */
export const S2_LEVELS = 30;

/** A cell: a face of the cube, and its column and row among the cells of its level on that face. */
export interface S2Cell {
  readonly face: number;
  readonly column: number;
  readonly row: number;
  readonly level: number;
}

/** Which quarter comes at which place of the curve, by the curve's orientation, and how the curve turns there. */
const PLACE_OF_QUARTER = [
  [0, 1, 3, 2],
  [0, 3, 1, 2],
  [2, 3, 1, 0],
  [2, 1, 3, 0],
] as const;
const TURN_AT_PLACE = [1, 0, 0, 3] as const;

/** The face and the coordinates on it, -1 to 1, of a direction. */
export function projected([x, y, z]: Vector): readonly [face: number, u: number, v: number] {
  const [a, b, c] = [Math.abs(x), Math.abs(y), Math.abs(z)];
  const axis = a > b ? (a > c ? 0 : 2) : b > c ? 1 : 2;
  const face = ([x, y, z][axis] ?? 0) < 0 ? axis + 3 : axis;
  switch (face) {
    case 0:
      return [0, y / x, z / x];
    case 1:
      return [1, -x / y, z / y];
    case 2:
      return [2, -x / z, -y / z];
    case 3:
      return [3, z / x, y / x];
    case 4:
      return [4, z / y, -x / y];
    default:
      return [5, -y / z, -x / z];
  }
}

/** The direction at coordinates of a face. */
export function raised(face: number, u: number, v: number): Vector {
  switch (face) {
    case 0:
      return [1, u, v];
    case 1:
      return [-u, 1, v];
    case 2:
      return [-u, -v, 1];
    case 3:
      return [-1, -v, -u];
    case 4:
      return [v, -1, -u];
    default:
      return [v, u, -1];
  }
}

/** Coordinates that cells divide evenly, 0 to 1, as coordinates of the face. */
export const curved = (s: number): number =>
  s >= 0.5 ? (1 / 3) * (4 * s * s - 1) : (1 / 3) * (1 - 4 * (1 - s) * (1 - s));

const straightened = (u: number): number =>
  u >= 0 ? 0.5 * Math.sqrt(1 + 3 * u) : 1 - 0.5 * Math.sqrt(1 - 3 * u);

/** The cell of a level that holds a direction. */
export function cellAt(at: Vector, level: number): S2Cell {
  const [face, u, v] = projected(at);
  const most = 2 ** S2_LEVELS;
  const leaf = (s: number): number => Math.max(0, Math.min(most - 1, Math.floor(most * s)));
  const scale = 2 ** (S2_LEVELS - level);
  const index = (t: number): number => Math.floor(leaf(straightened(t)) / scale);
  return { face, column: index(u), row: index(v), level };
}

/** The token of a cell: its 64-bit number in hexadecimal digits without trailing zeros. */
export function tokenOf({ face, column, row, level }: S2Cell): string {
  let number = BigInt(face);
  let orientation = face & 1;
  for (let bit = level - 1; bit >= 0; bit -= 1) {
    const quarter = (bitOf(column, bit) << 1) | bitOf(row, bit);
    const at = PLACE_OF_QUARTER[orientation]?.[quarter] ?? 0;
    number = (number << 2n) | BigInt(at);
    orientation ^= TURN_AT_PLACE[at] ?? 0;
  }
  const whole = ((number << 1n) | 1n) << BigInt(2 * (S2_LEVELS - level));
  return whole.toString(16).padStart(16, '0').replace(/0+$/, '');
}

const bitOf = (value: number, bit: number): number => Math.floor(value / 2 ** bit) % 2;

/** The cell of a token; nothing where it is none. */
export function cellOfToken(token: string): S2Cell | undefined {
  if (!/^[0-9a-fA-F]{1,16}$/.test(token)) return undefined;
  const number = BigInt(`0x${token.padEnd(16, '0')}`);
  const face = Number(number >> 61n);
  const lowest = number & -number;
  const zeros = lowest.toString(2).length - 1;
  if (face > 5 || number === 0n || zeros % 2 === 1 || zeros > 2 * S2_LEVELS) return undefined;
  const level = S2_LEVELS - zeros / 2;
  let [column, row, orientation] = [0, 0, face & 1];
  for (let step = 0; step < level; step += 1) {
    const at = Number((number >> BigInt(59 - 2 * step)) & 3n);
    const quarter = PLACE_OF_QUARTER[orientation]?.findIndex((one) => one === at) ?? 0;
    column = column * 2 + (quarter >> 1);
    row = row * 2 + (quarter & 1);
    orientation ^= TURN_AT_PLACE[at] ?? 0;
  }
  return { face, column, row, level };
}
