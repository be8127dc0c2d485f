import { CasebookError, mergeNotices, type Column, type Frame, type Notice } from '@casebook/core';
import { STORAGE, timeColumnOf, type SchemaTable } from '@casebook/kql';
import { physicalNames } from '../catalogue/physical-names';
import { tableFacts, type TableFacts } from '../catalogue/table-facts';
import type { Engine } from '../engine/engine';
import { loadDuckDb } from '../engine/load-duckdb';
import { sqlName } from '../engine/sql-text';
import { fillVector } from './fill-vector';

const CHUNK = 2048;
/** A text with the check that Node has and ES2022 has not. */
type CheckedText = string & { isWellFormed(): boolean };

const isTorn = ({ data }: Column): boolean =>
  'codes' in data && data.dictionary.some((text) => !(text as CheckedText).isWellFormed());

const tornNotice = (table: string, { name }: Column): Notice => ({
  code: 'information',
  table,
  message: `Texts of column ${JSON.stringify(name)} that are no Unicode are read with U+FFFD in place of what is torn.`,
  partial: false,
});

const schemaOf = (name: string, relation: string, { columns }: Frame): SchemaTable => {
  if (columns.length === 0)
    throw new CasebookError('InvalidParameter', `frame without columns: ${name}`, {
      help: 'KQL has no tables without columns.',
    });
  const physical = physicalNames();
  const timeColumn = timeColumnOf(columns);
  return {
    name,
    relation,
    columns: columns.map((column, index) => ({ ...column, physical: physical(column.name, index) })),
    ...(timeColumn === undefined ? {} : { timeColumn }),
  };
};

const append = async (engine: Engine, relation: string, { data, rowCount }: Frame): Promise<void> => {
  const { BIGINT, BOOLEAN, DECIMAL, DOUBLE, DuckDBDataChunk, INTEGER, VARCHAR } = await loadDuckDb();
  const typeOf = { BIGINT, BOOLEAN, DOUBLE, INTEGER, VARCHAR, 'DECIMAL(38,17)': DECIMAL(38, 17) };
  const types = data.map((column) => typeOf[STORAGE[column.data.type] as keyof typeof typeOf]);
  const fills = data.map(fillVector);
  const appender = await engine.connection.createAppender(relation);
  try {
    for (let start = 0; start < rowCount; start += CHUNK) {
      const rows = Math.min(CHUNK, rowCount - start);
      const chunk = DuckDBDataChunk.create(types, rows);
      fills.forEach((fill, index) => fill(chunk.getColumnVector(index), start, rows));
      appender.appendDataChunk(chunk);
    }
  } finally {
    appender.closeSync();
  }
};

/**
 * Copies a frame into a relation of the engine, column by column. Its notices stay with the table. A frame without columns is an
 * `InvalidParameter` error, a decimal that the engine cannot hold an `InvalidValue` error. O(cells).
 */
export const loadFrame = async (
  engine: Engine,
  name: string,
  relation: string,
  frame: Frame,
): Promise<TableFacts> => {
  const schema = schemaOf(name, relation, frame);
  const columns = schema.columns.map(({ physical, type }) => `${sqlName(physical)} ${STORAGE[type]}`);
  await engine.run(`CREATE TABLE ${sqlName(relation)} (${columns.join(', ')})`);
  await append(engine, relation, frame);
  const torn = frame.data.filter(isTorn).map((column) => tornNotice(name, column));
  return { ...(await tableFacts(engine, schema, 0)), notices: mergeNotices([frame.notices, torn]) };
};
