import type { KqlType } from '@casebook/core';
import { argumentsOf } from '../../expressions/calls';
import type { SyntaxNode } from '../../parser/syntax-node';
import { refuse } from '../../plan/refusal';
import type { PlanColumn, PlanNode, Relation } from '../../plan/relation';
import type { Scope } from '../../plan/scope';
import { planColumns } from '../../plan/shape';
import { shared } from '../../plan/shared';
import { quoteId } from '../../sql/quote-sql';
import { columnArgument, wholeArgument } from './plugin-arguments';

/** A call of a plugin that looks at who was active when. */
export class Timeline {
  readonly call: SyntaxNode;
  readonly args: readonly SyntaxNode[];

  constructor(
    readonly node: SyntaxNode,
    readonly input: Relation,
    readonly scope: Scope,
  ) {
    this.call = node.must('FunctionCall');
    this.args = argumentsOf(this.call);
  }

  /** The column that an argument names. */
  column(index: number): PlanColumn {
    return columnArgument(this.args[index], this.input, this.call, this.scope);
  }

  /** The column of time, or of whole numbers that stand for it. */
  time(index: number): PlanColumn {
    const column = this.column(index);
    return column.type === 'datetime' || column.type === 'long' || column.type === 'int'
      ? column
      : refuse(`timeline of type ${column.type}`, this.args[index] ?? this.call, this.scope);
  }

  /** A moment that the text decides, in the units of the time column. */
  moment(index: number, { type }: PlanColumn): bigint {
    return this.#whole(index, type === 'datetime' ? ['datetime'] : ['long', 'int']);
  }

  /** A length above 0 that the text decides, in the units of the time column. */
  length(index: number, { type }: PlanColumn): bigint {
    const length = this.#whole(index, type === 'datetime' ? ['timespan'] : ['long', 'int']);
    return length > 0n
      ? length
      : refuse('window that is not above 0', this.args[index] ?? this.call, this.scope);
  }

  /** A whole number above 0 that the text decides. */
  count(index: number): bigint {
    const count = this.#whole(index, ['long', 'int']);
    return count > 0n
      ? count
      : refuse('count that is not above 0', this.args[index] ?? this.call, this.scope);
  }

  /** The columns from an argument on, which slice the calculation. */
  dimensions(from: number): readonly PlanColumn[] {
    return this.args.slice(from).map((_, index) => this.column(from + index));
  }

  /** Refuses a start between windows: which grid Kusto then takes is not documented. */
  aligned(start: bigint, window: bigint): void {
    if (start % window !== 0n) refuse('start that is not a multiple of the window', this.call, this.scope);
  }

  /** The answer: SQL around each use of the input, and of another table, whose columns are those that the binder found. */
  answer(
    sql: (columns: readonly string[], from: string, other: string) => string,
    other?: Relation,
  ): Relation {
    const columns = planColumns(this.node.columns, this.scope);
    const text = sql(
      columns.map(({ id }) => quoteId(id)),
      '\u0001',
      '\u0002',
    );
    const sources = [shared(this.input, this.scope).node, other && shared(other, this.scope).node];
    const inputs = [...text.matchAll(/[\u0001\u0002]/g)].flatMap(
      ([mark]) => sources[mark.charCodeAt(0) - 1] ?? [],
    );
    const node: PlanNode = { kind: 'template', inputs, pieces: text.split(/[\u0001\u0002]/) };
    return { node, columns, order: [] };
  }

  #whole(index: number, types: readonly KqlType[]): bigint {
    return wholeArgument(this.args[index], types, this.call, this.scope);
  }
}

/** The identifiers of columns, each followed by a comma. */
export const listed = (columns: readonly PlanColumn[]): string =>
  columns.map(({ id }) => `${quoteId(id)}, `).join('');

/** The PARTITION BY of some columns and identifiers; nothing for none. */
export const partition = (columns: readonly PlanColumn[], ...more: readonly string[]): string => {
  const ids = [...columns.map(({ id }) => quoteId(id)), ...more];
  return ids.length > 0 ? `PARTITION BY ${ids.join(', ')} ` : '';
};

/** Whole numbers as SQL. */
export const whole = (value: bigint): string => `(${value})::BIGINT`;

/** The number of the window in which a value lies, counted from a start; windows before it are negative. */
export const windowOf = (value: string, start: bigint, window: bigint): string =>
  `((${value} - ${whole(start)} - ((${value} - ${whole(start)}) % ${window} + ${window}) % ${window}) // ${window})`;

/** Stops the query where data leave open what Kusto answers. */
export const unless = (condition: string, value: string, message: string): string =>
  `CASE WHEN ${condition} THEN ${value} ELSE error('unsupported ${message}') END`;
