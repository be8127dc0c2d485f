// Rows of a host as a frame, for queries whose columns depend on data.
import { createRequire } from 'node:module';

const { Frame } = createRequire(import.meta.url)('../../packages/core/dist/index.js');

/** A frame of raw rows; counts come as numbers. */
export function frameOf(columns, rows) {
  const cell = (value) => (typeof value === 'bigint' ? Number(value) : value);
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map(({ name }, index) => [name, cell(row[index])])),
  );
  return Frame.fromRows(columns, objects);
}
