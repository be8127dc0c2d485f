import type { ColumnInfo, KqlType } from '@casebook/core';
import type { Cells } from '../row';

const SEPARATOR = '\u001f';

/** The DuckDB type that stores a KQL type. */
export const STORAGE: Readonly<Record<KqlType, string>> = {
  bool: 'BOOLEAN',
  int: 'INTEGER',
  long: 'BIGINT',
  real: 'DOUBLE',
  decimal: 'DECIMAL(38,17)',
  string: 'VARCHAR',
  datetime: 'BIGINT',
  timespan: 'BIGINT',
  guid: 'VARCHAR',
  dynamic: 'VARCHAR',
};

/** Tells rows by which columns they have, so that a row travels as one short text: its values in order. */
export class CellCodec {
  readonly #shapes = new Map<string, number>();
  readonly #columns: string[][] = [];

  /** The number of the row's shape. */
  shape(cells: Cells): number {
    const columns = Object.keys(cells);
    const key = columns.join(SEPARATOR);
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const shape = this.#columns.push(columns) - 1;
    this.#shapes.set(key, shape);
    return shape;
  }

  /** The row's values as one text. */
  pack(cells: Cells): string {
    return Object.values(cells).join(SEPARATOR);
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
