import type { Notice, TimeSpan } from '@casebook/core';
import type { SqlFunction } from '../contract/compiled';
import type { Schema } from '../contract/schema';
import type { StoredFunction } from '../contract/stored-function';
import type { SyntaxNode } from '../parser/syntax-node';
import type { Names } from './names';
import type { PlanNode, Relation } from './relation';
import type { Scalar } from './scalar';
import type { Windows } from './windows';

/** What a name stands for: a value, a table, or text still to be translated where it was written. */
export type Binding =
  /** A value; one that reads columns says of which rows, and stands for nothing among others. */
  | { readonly kind: 'scalar'; readonly value: Scalar; readonly row?: Relation }
  | { readonly kind: 'table'; readonly value: Relation }
  /** Rows that a name with a column behind it reads: the steps of `scan`. */
  | { readonly kind: 'record'; readonly field: (name: string) => Scalar | undefined }
  | { readonly kind: 'lazy'; readonly node: SyntaxNode; readonly scope: Scope; readonly key: object };

/** The names that are visible at a place. */
export type Bindings = ReadonlyMap<string, Binding>;

/** Turns syntax into plans; its two halves need each other, so each reaches the other through here. */
export interface Translator {
  readonly scalar: (node: SyntaxNode, scope: Scope) => Scalar;
  readonly relation: (node: SyntaxNode, scope: Scope) => Relation;
}

/** What one compilation gathers while it goes. */
export interface Compilation extends Translator {
  readonly text: string;
  readonly schema: Schema;
  /** Ticks of `now()`, the same all through the query. */
  readonly now: bigint;
  readonly timeSpan: TimeSpan | undefined;
  readonly names: Names;
  readonly functions: Map<string, SqlFunction>;
  readonly notices: Map<string, Notice>;
  readonly tables: Set<string>;
  /** Translated `let` values, by the node that holds them. */
  readonly lets: Map<object, Binding>;
  /** Tables that `as` named. */
  readonly aliases: Map<string, Relation>;
  /** Functions of the query declared as `view`, which wildcards and searches see. */
  readonly views: Map<string, { readonly node: SyntaxNode; readonly scope: Scope }>;
  /** Stored functions by the tree of each body that was bound for a call. */
  readonly bodies: Map<object, StoredFunction>;
  /** Plans inside of expressions, in the order of their marks. */
  readonly subqueries: PlanNode[];
  /** The values that `set` gave to the options of the query that its functions read. */
  readonly options: Map<string, SyntaxNode>;
  readonly flags: Flags;
}

/** What is said of the whole query on the way. */
export interface Flags {
  readsClock: boolean;
  visualization?: string;
  /** Whether a column may hold a sketch, which only the functions of sketches can read. */
  sketches?: boolean;
}

/** Where an expression stands. */
export interface Scope {
  readonly compilation: Compilation;
  readonly bindings: Bindings;
  /** The rows that column names refer to; none outside of an operator. */
  readonly row?: Relation;
  /** Whether aggregates may stand here. */
  readonly aggregate?: boolean;
  /** Whether the value is the condition of a filter, for which null is as good as false. */
  readonly filter?: boolean;
  /** Whether a table that is not there is nobody's mistake, as under `union isfuzzy=true`. */
  readonly fuzzy?: boolean;
  /** The stored functions whose bodies are being translated, the outermost first. */
  readonly within?: readonly string[];
  /** Where functions that look at other rows put their columns; none where they may only stand by themselves. */
  readonly windows?: Windows;
  /** What a called tabular function or a subquery reads when it names no source. */
  readonly source?: Relation;
}

/** The same names without the rows that column names refer to. */
export const outsideRows = ({ compilation, bindings, within, fuzzy }: Scope): Scope => ({
  compilation,
  bindings,
  ...(within ? { within } : {}),
  ...(fuzzy ? { fuzzy } : {}),
});
