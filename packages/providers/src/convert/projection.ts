import type { KqlType } from '@casebook/core';
import { STORAGE } from '@casebook/kql';

/** A column that a conversion writes: read from a text, or already a value in storage. */
export interface TargetColumn {
  readonly name: string;
  readonly type: KqlType;
  /** SQL that gives the cell: VARCHAR where `from` is `text`, else the storage of `type`. */
  readonly sql: string;
  readonly from: 'text' | 'value';
}

/** The column of a converted file that holds a cell of the target column at an index. */
export const cellColumn = (index: number): string => `c${index}`;

/** The column of a converted file that holds the texts that could not be read as the target column at an index. */
export const unreadableColumn = (index: number): string => `b${index}`;

/** Whether cells of the target column can be unreadable. */
export const canBeUnreadable = ({ type, from }: TargetColumn): boolean =>
  from === 'text' && type !== 'string' && type !== 'dynamic';

const textOf = ({ type, sql }: TargetColumn): string =>
  type === 'string' ? `coalesce(${sql}, '')` : `nullif(trim(${sql}), '')`;

const read = ({ type }: TargetColumn, text: string): string =>
  type === 'string' ? text : `CAST(text_${type}(${text}) AS ${STORAGE[type]})`;

/** The SELECT that turns rows of a relation into columns in storage, with unreadable texts beside them. */
export const projectionSql = (columns: readonly TargetColumn[], from: string, where = 'true'): string => {
  const texts = columns.map((column, index) =>
    column.from === 'text' ? `${textOf(column)} AS t${index}` : `${column.sql} AS t${index}`,
  );
  const cells = columns.map((column, index) =>
    column.from === 'text'
      ? `${read(column, `t${index}`)} AS ${cellColumn(index)}`
      : `CAST(t${index} AS ${STORAGE[column.type]}) AS ${cellColumn(index)}`,
  );
  const kept = columns.map((column, index) => {
    const cell = cellColumn(index);
    if (!canBeUnreadable(column)) return cell;
    return `${cell}, CASE WHEN ${cell} IS NULL THEN t${index} END AS ${unreadableColumn(index)}`;
  });
  const inner = `SELECT ${texts.join(', ')} FROM ${from} WHERE ${where}`;
  return `SELECT ${kept.join(', ')} FROM (SELECT ${cells.join(', ')}, COLUMNS('^t\\d+$') FROM (${inner}))`;
};
