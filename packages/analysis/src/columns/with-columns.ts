import { encodeColumn, Frame, type Column, type KqlType } from '@casebook/core';

/** A column from its type and cells. */
export const made = (name: string, type: KqlType, cells: readonly unknown[]): Column => ({
  name,
  data: encodeColumn(type, cells, name),
});

/** A frame with more columns, in the place of those of the same name; its source and notices stay. */
export function withColumns(frame: Frame, added: readonly Column[]): Frame {
  const byName = new Map(added.map((column) => [column.name, column]));
  const kept = frame.data.map((column) => byName.get(column.name) ?? column);
  const fresh = added.filter(({ name }) => !frame.data.some((column) => column.name === name));
  return new Frame([...kept, ...fresh], { source: frame.source, notices: frame.notices });
}
