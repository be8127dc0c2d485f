/** A cell of the H3 grid by its published 64-bit layout: mode, resolution, base cell, and a digit for each resolution. */
export interface H3Index {
  readonly resolution: number;
  readonly baseCell: number;
  readonly digits: readonly number[];
}

const FINEST = 15;

/** The base cells with five neighbours, which lack the children of digit 1. */
const PENTAGONS: readonly number[] = [4, 14, 24, 38, 49, 58, 63, 72, 83, 97, 107, 117];

const isPentagon = ({ baseCell, digits }: H3Index): boolean =>
  PENTAGONS.includes(baseCell) && digits.every((digit) => digit === 0);

/** Reads a cell; nothing where the text is not a valid one. */
export function readH3(text: string): H3Index | undefined {
  if (!/^[0-9a-fA-F]{1,16}$/.test(text)) return undefined;
  const number = BigInt(`0x${text}`);
  const bits = (from: number, count: number): number =>
    Number((number >> BigInt(from)) & ((1n << BigInt(count)) - 1n));
  const resolution = bits(52, 4);
  const baseCell = bits(45, 7);
  if (bits(63, 1) !== 0 || bits(59, 4) !== 1 || bits(56, 3) !== 0 || baseCell > 121) return undefined;
  const all = Array.from({ length: FINEST }, (_, index) => bits(42 - 3 * index, 3));
  const digits = all.slice(0, resolution);
  if (digits.includes(7) || all.slice(resolution).some((digit) => digit !== 7)) return undefined;
  if (PENTAGONS.includes(baseCell) && digits.find((digit) => digit !== 0) === 1) return undefined;
  return { resolution, baseCell, digits };
}

/** Writes a cell. */
export function writeH3({ resolution, baseCell, digits }: H3Index): string {
  const all = Array.from({ length: FINEST }, (_, index) => BigInt(digits[index] ?? 7));
  const head = (1n << 14n) | (BigInt(resolution) << 7n) | BigInt(baseCell);
  return all.reduce((number, digit) => (number << 3n) | digit, head).toString(16);
}

/** The cell of a coarser resolution that holds a cell, by default of the next; empty where there is none. */
export function h3Parent(text: string, resolution?: bigint): string {
  const cell = readH3(text);
  const wanted = resolution === undefined ? (cell?.resolution ?? 0) - 1 : Number(resolution);
  if (!cell || wanted < 0 || wanted >= cell.resolution) return '';
  return writeH3({ ...cell, resolution: wanted, digits: cell.digits.slice(0, wanted) });
}

/** The cells of a finer resolution, up to five steps, that a cell holds; by default of the next. */
export function h3Children(text: string, resolution?: bigint): readonly string[] | undefined {
  const cell = readH3(text);
  if (!cell) return undefined;
  const wanted = resolution === undefined ? cell.resolution + 1 : Number(resolution);
  if (wanted <= cell.resolution || wanted > Math.min(FINEST, cell.resolution + 5)) return undefined;
  let cells: readonly H3Index[] = [cell];
  for (let level = cell.resolution + 1; level <= wanted; level += 1) {
    cells = cells.flatMap((one) =>
      [0, 1, 2, 3, 4, 5, 6]
        .filter((digit) => digit !== 1 || !isPentagon(one))
        .map((digit) => ({ ...one, resolution: level, digits: [...one.digits, digit] })),
    );
  }
  return cells.map(writeH3);
}
