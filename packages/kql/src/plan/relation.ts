import type { ColumnInfo } from '@casebook/core';
import type { Bound } from '../sql/native-bound';
import type { NativeTime } from './native-time';

/** A visible column: its KQL name, its type, and its identifier in SQL. */
export interface PlanColumn extends ColumnInfo {
  readonly id: string;
}

/** One computed column of a SELECT. */
export interface SelectItem {
  readonly id: string;
  readonly sql: string;
}

/** One key of a row order. */
export interface SortTerm {
  readonly id: string;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** A relational plan with what it gives: the visible columns, and the order of its rows where they have one. */
export interface Relation {
  readonly node: PlanNode;
  readonly columns: readonly PlanColumn[];
  readonly order: readonly SortTerm[];
  /** Whether the order is part of the answer, so that functions may look at neighbouring rows. */
  readonly serialized?: boolean;
  /** The name that `as` has just given it. */
  readonly label?: string | undefined;
  /** Directly behind a join that keeps one row of each key on its left. */
  readonly unique?: Unique | undefined;
}

/** A join that keeps one row of each key on its left: filters behind it that read only that side come before the choice. */
export interface Unique {
  /** The left side with all its rows. */
  readonly left: Relation;
  /** The same join over fewer rows of the left. */
  readonly over: (left: Relation) => Relation;
}

/** A comparison of a column, by its id, with a moment. */
export interface ColumnBound extends Bound {
  readonly column: string;
}

/** How two relations meet. */
export type JoinType = 'INNER' | 'LEFT' | 'RIGHT' | 'FULL' | 'SEMI' | 'ANTI' | 'CROSS';

/** The operators of the plan; `id`s name columns, `sql` refers to the columns of the input by their ids. */
export type PlanNode =
  | {
      readonly kind: 'scan';
      readonly relation: string;
      readonly items: readonly SelectItem[];
      /** Conditions in terms of the stored columns. */
      readonly bounds: readonly string[];
      /** What is known of its time columns, by filters above: the reader of a file can use it. */
      readonly times?: readonly ColumnBound[];
      /** Stored native time columns by the id of the column that they repeat. */
      readonly natives: Readonly<Record<string, NativeTime>>;
    }
  | {
      readonly kind: 'values';
      readonly ids: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'empty'; readonly items: readonly SelectItem[] }
  | { readonly kind: 'select'; readonly input: PlanNode; readonly items: readonly SelectItem[] }
  | {
      readonly kind: 'filter';
      readonly input: PlanNode;
      readonly condition: string;
      /** What the condition says of time columns, for scans below. */
      readonly bounds?: readonly ColumnBound[];
      /** Whether the bounds are all that the condition says. */
      readonly whole?: boolean;
    }
  | {
      readonly kind: 'aggregate';
      readonly input: PlanNode;
      readonly keys: readonly SelectItem[];
      readonly items: readonly SelectItem[];
    }
  | {
      readonly kind: 'distinct';
      readonly input: PlanNode;
      readonly ids: readonly string[];
      /** The keys of which one row each stays; all columns when absent. */
      readonly on?: readonly string[];
      /** Which row stays: the first in this order. */
      readonly order?: readonly SortTerm[];
    }
  | {
      readonly kind: 'limit';
      readonly input: PlanNode;
      readonly count: string;
      readonly order: readonly SortTerm[];
    }
  | {
      readonly kind: 'join';
      readonly type: JoinType;
      readonly left: PlanNode;
      readonly right: PlanNode;
      /** Over the aliases `l` and `r`. */
      readonly condition: string;
      readonly items: readonly SelectItem[];
    }
  | { readonly kind: 'union'; readonly inputs: readonly PlanNode[] }
  | {
      readonly kind: 'expand';
      readonly input: PlanNode;
      /** Lists to unnest side by side, and the identifier of the zero-based index. */
      readonly lists: readonly SelectItem[];
      readonly index: string;
      readonly limit?: string;
      readonly items: readonly SelectItem[];
    }
  | {
      readonly kind: 'shared';
      readonly name: string;
      readonly input: PlanNode;
      /** Whether it is computed on its own even for one reader. */
      readonly materialized?: true;
    }
  /** What is computed for each row of an outer plan: its shared parts belong to that row. */
  | { readonly kind: 'local'; readonly input: PlanNode }
  | { readonly kind: 'template'; readonly inputs: readonly PlanNode[]; readonly pieces: readonly string[] };
