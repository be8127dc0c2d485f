import { CasebookError, cellReader, type Frame, type Row } from '@casebook/core';
import type { SyntaxNode } from '../parser/syntax-node';
import { chanceIn, tieIn } from './chance-in';
import { findAggregation, type Aggregation } from './find-aggregation';
import { freezeClock } from './freeze-clock';
import { groupConditions, type ReadCell } from './group-conditions';
import { narrowing } from './narrowing';
import { closed, type ClosedRow, type OpenedRow } from './opened-row';
import { parseLoosely } from './parse-loosely';
import { seriesRange } from './series-range';

/**
 * Opens one row of an answer that aggregates: the KQL that returns the rows behind it. `row` is an index or a row
 * object; `column` narrows to the events of one conditional aggregate, such as `countif`. It opens the last aggregation
 * of the frame's `source`; where that one aggregated aggregates, the rows that come open again. A row that does not
 * aggregate, whose group key is lost on the way, or that chance decides is `closed` with the reason; where rows may tie, `caution` says so.
 * Errors: `InvalidParameter` for a row that the frame does not have.
 */
export function openRow(frame: Frame<Row>, row: number | Row, column?: string): OpenedRow {
  const { source } = frame;
  if (!source) return closed('The frame does not say which query it came from.');
  const read = cellsOf(frame, row);
  const text = source.clock ? freezeClock(source.kql, parseLoosely(source.kql), source.clock) : source.kql;
  const root = parseLoosely(text);
  const statements = root.items('Statements');
  const answer = statements.find(({ kind }) => kind === 'ExpressionStatement');
  if (!answer) return closed('The query has no tabular statement.');
  const lets = new Map(
    statements
      .filter(({ kind }) => kind === 'LetStatement')
      .map((statement) => [statement.must('Name').simpleName, statement.must('Expression')] as const),
  );
  const aggregation = findAggregation(answer.must('Expression'), lets);
  if ('why' in aggregation) return aggregation;
  const conditions = conditionsOf(aggregation, lets, frame, read, column);
  if ('why' in conditions) return conditions;
  const prefix = text.slice(0, answer.start);
  const { input } = aggregation;
  const tie = [input, ...lets.values()].map(tieIn).find((found) => found !== undefined);
  const events = text.slice(input.start, input.start + input.length);
  const filters = conditions.map((condition) => `\n| where ${condition}`);
  return {
    kind: 'query',
    kql: `${prefix}${events}${filters.join('')}`,
    options: source.timeSpan ? { timeSpan: source.timeSpan } : {},
    ...(tie === undefined ? {} : { caution: `Where rows tie in ${tie}, others may come than were counted.` }),
  };
}

function conditionsOf(
  aggregation: Aggregation,
  lets: ReadonlyMap<string, SyntaxNode>,
  frame: Frame<Row>,
  read: ReadCell,
  column: string | undefined,
): readonly string[] | ClosedRow {
  const chance = [aggregation.input, ...lets.values()].map(chanceIn).find((found) => found !== undefined);
  if (chance !== undefined)
    return closed(`Chance decides which rows are behind it: the query uses ${chance}.`);
  const names = frame.columns.map(({ name }) => name);
  const keys = groupConditions(aggregation, read, names);
  if ('why' in keys) return keys;
  const range = seriesRange(aggregation.operator, read);
  if ('why' in range) return range;
  const narrowed = column === undefined ? {} : narrowing(aggregation, column);
  if ('why' in narrowed) return narrowed;
  return [...keys, ...range, ...(narrowed.condition === undefined ? [] : [narrowed.condition])];
}

function cellsOf(frame: Frame<Row>, row: number | Row): ReadCell {
  const count = frame.rowCount;
  if (typeof row === 'number' && !(Number.isInteger(row) && row >= 0 && row < count))
    throw new CasebookError('InvalidParameter', `invalid row: ${row}`, {
      help: `The frame has ${count} rows.`,
    });
  return (name) => {
    const info = frame.columns.find((column) => column.name === name);
    if (!info) return undefined;
    const value = typeof row === 'number' ? cellReader(frame.column(name).data)(row) : row[name];
    return value === undefined ? undefined : { type: info.type, value };
  };
}
