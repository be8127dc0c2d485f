import { arrayOf } from '../array-of';
import type { Cell, Row } from '../cell';
import type { Column } from '../column';
import type { Columnar } from '../columnar';
import { encodeColumn } from '../encode-column';
import { inferType } from '../infer-type';
import type { KqlType } from '../kql-type';
import { lazyRows } from '../lazy-row';

/** A column to compute: a function of the row (a view of it), alone where its type shows in its values, or with a type. */
export type Derived<R extends Row, C> =
  ((row: R) => C | Date) | { readonly type: KqlType; readonly value: (row: R) => C | Date };

const derive = <R extends Row>(frame: Columnar, name: string, derived: Derived<R, Cell>): Column => {
  const view = lazyRows<R>(frame);
  const value = typeof derived === 'function' ? derived : derived.value;
  const cells = arrayOf(frame.rowCount, (row) => value(view(row)));
  const type = typeof derived === 'function' ? inferType(cells, name) : derived.type;
  return { name, data: encodeColumn(type, cells, name) };
};

/** See `Frame.extend`. */
export const extend = <R extends Row>(
  frame: Columnar,
  columns: Readonly<Record<string, Derived<R, Cell>>>,
): Column[] => {
  const derived = new Map(
    Object.entries(columns).map(([name, value]) => [name, derive<R>(frame, name, value)]),
  );
  const kept = frame.data.map((column) => derived.get(column.name) ?? column);
  return [
    ...kept,
    ...[...derived.values()].filter(({ name }) => !frame.data.some((column) => column.name === name)),
  ];
};
