import type { Cell, Json } from './cell';
import type { KqlType } from './kql-type';

/** A value as Log Analytics sends it. */
export type TableValue = Json;

/** Turns a cell into the form that Log Analytics sends. */
export const tableValue = (type: KqlType, cell: Cell): TableValue => {
  if (cell === null) return null;
  if (typeof cell === 'bigint')
    return cell >= -(2n ** 53n) && cell <= 2n ** 53n ? Number(cell) : String(cell);
  if (type === 'datetime' || type === 'timespan') return String(cell);
  if (type === 'real' && !Number.isFinite(cell)) return String(cell);
  return cell as Json;
};
