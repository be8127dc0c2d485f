import type { ColumnInfo, KqlType } from '@casebook/core';
import { STORAGE } from '@casebook/kql';
import type { Cells, PackedRow, SampleRow } from '../row';

/** Stands between the values of a packed row; no generated value holds it. */
export const SEPARATOR = '\u001f';

const NONE: Cells = Object.freeze({});

/** Tells rows by which columns they have, so that a row travels as one short text: its values in order. */
export class CellCodec {
  readonly #shapes = new Map<string, number>();
  readonly #columns: string[][] = [];

  /** The row with its values as one text. */
  pack({ at, head = NONE, cells }: SampleRow): PackedRow {
    const values = Object.values(cells).join(SEPARATOR);
    const packed = head === NONE ? values : `${Object.values(head).join(SEPARATOR)}${SEPARATOR}${values}`;
    return { at, shape: this.#shape(head, cells), packed };
  }

  #shape(head: Cells, cells: Cells): number {
    const key = Object.keys(cells).join(SEPARATOR);
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const shape = this.#columns.push([...Object.keys(head), ...Object.keys(cells)]) - 1;
    this.#shapes.set(key, shape);
    return shape;
  }

  /** The SQL of a column of packed rows: `shape` is the shape's number, `cells` the list of the row's texts. */
  unpack({ name, type }: ColumnInfo): string {
    const places = this.#columns.map((columns) => columns.indexOf(name) + 1);
    if (places.every((place) => place === 0)) return missing(type);
    const text = `cells[([${places.join(',')}])[shape + 1]]`;
    return type === 'string' ? `coalesce(${text}, '')` : `${text}::${STORAGE[type]}`;
  }

  /** The SQL of the list of a row's texts, from the packed text. */
  static readonly split = 'string_split(packed, chr(31))';

  /** Columns that rows have and the table lacks. */
  strays(columns: readonly ColumnInfo[]): string[] {
    const known = new Set(columns.map((column) => column.name));
    return [...new Set(this.#columns.flat())].filter((name) => !known.has(name));
  }
}

const missing = (type: KqlType): string => (type === 'string' ? "''" : `NULL::${STORAGE[type]}`);
