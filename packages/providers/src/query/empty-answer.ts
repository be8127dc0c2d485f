import type { Column, DateTime, Notice, TimeSpan } from '@casebook/core';
import type { Statement } from '@casebook/kql';
import type { TableFacts } from '../catalogue/table-facts';

/** What an empty answer was asked of. */
export interface Asked {
  readonly statement: Statement;
  readonly tables: readonly TableFacts[];
  readonly timeSpan?: TimeSpan;
  readonly now?: DateTime;
}

const rowsOf = ({ schema, first, last }: TableFacts): string => `${schema.name}'s rows (${first} .. ${last})`;

const clockNotice = (table: TableFacts, { timeSpan, now, statement }: Asked): Notice | undefined => {
  const { first, last, schema } = table;
  if (!first || !last) return undefined;
  const say = (message: string): Notice => ({ code: 'clock', table: schema.name, message, partial: false });
  if (timeSpan && (timeSpan.start.ticks > last.ticks || timeSpan.end.ticks <= first.ticks))
    return say(`No rows: the window ${timeSpan.start} .. ${timeSpan.end} does not meet ${rowsOf(table)}.`);
  if (statement.readsClock && now && (now.ticks > last.ticks + 1n || now.ticks <= first.ticks))
    return say(
      `No rows: the query counts from now, which is ${now}, and that is not where ${rowsOf(table)} lie.`,
    );
  return undefined;
};

/** Whether an answer says nothing: no rows, or a single one of zeros, nulls and empty texts, as counts of nothing are. */
export const saysNothing = (columns: readonly Column[], rows: number): boolean =>
  rows === 0 ||
  (rows === 1 &&
    columns.length > 0 &&
    columns.every(({ data }) => {
      if (data.validity?.[0] === 0) return true;
      return 'codes' in data ? data.dictionary[data.codes[0] ?? 0] === '' : Number(data.values[0]) === 0;
    }));

/** Why an answer may be empty: tables without rows, and windows that do not meet the rows there are. */
export const emptyNotices = (asked: Asked): Notice[] => {
  const read = asked.tables.filter(({ schema }) => asked.statement.tables.includes(schema.name));
  const empty = read
    .filter(({ rows }) => rows === 0)
    .map(({ schema: { name } }): Notice => ({
      code: 'emptyTable',
      table: name,
      message: `Table ${name} is there, but holds no rows.`,
      partial: false,
    }));
  return [...empty, ...read.flatMap((table) => clockNotice(table, asked) ?? [])];
};
