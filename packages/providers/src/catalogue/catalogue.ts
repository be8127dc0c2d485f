import type { Issue } from '../convert/issue';
import type { Engine } from '../engine/engine';
import type { TableFacts } from './table-facts';
import type { TableView } from './table-view';

/** The tables of a workspace behind an engine that can scan them. */
export interface Catalogue {
  readonly engine: Engine;
  readonly tables: readonly TableFacts[];
  readonly issues: readonly Issue[];
  /** How each table's relation is made, in the order of `tables`. */
  readonly views: readonly TableView[];
  /** The files that those read. */
  readonly files: readonly string[];
}
