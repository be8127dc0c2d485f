import type { ColumnInfo, Row } from '../frame/cell';

/** The type of a query parameter. `operator`, `table` and `column` come from the parameter's own allow-list. */
export type ParameterType =
  | 'string'
  | 'int'
  | 'long'
  | 'real'
  | 'bool'
  | 'datetime'
  | 'timespan'
  | 'operator'
  | 'table'
  | 'column'
  | 'kql';

/** A typed slot of a query text. */
export interface ParameterDefinition {
  readonly name: string;
  readonly description: string;
  readonly type: ParameterType;
  /** Whether it takes a list of values of its type. */
  readonly list: boolean;
  readonly required: boolean;
  /** The value where none is given, in the form a caller would give it. */
  readonly default?: unknown;
  /** The allow-list of an `operator`, `table` or `column`. */
  readonly values?: readonly string[];
}

/**
 * A named KQL query with typed parameters: `{name}` in the text is the quoted value, `{{` and `}}` are braces.
 * `P` is the type of the arguments, `R` that of the answer's rows.
 */
export interface QueryDefinition<P = Record<string, unknown>, R extends Row = Row> {
  /** MSTICPy's family, such as `WindowsSecurity`. */
  readonly family: string;
  /** MSTICPy's query name, such as `list_host_processes`. */
  readonly name: string;
  readonly description: string;
  /** The tables that it reads. */
  readonly tables: readonly string[];
  readonly parameters: readonly ParameterDefinition[];
  readonly kql: string;
  /** The columns that it answers with. */
  readonly columns: readonly ColumnInfo[];
  /** Carries the types only; never present at run time. */
  readonly types?: { readonly parameters: P; readonly row: R };
}
