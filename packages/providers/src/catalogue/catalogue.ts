import type { Issue } from '../convert/issue';
import type { Engine } from '../engine/engine';
import type { TableFacts } from './table-facts';

/** The tables of a workspace behind an engine that can scan them. */
export interface Catalogue {
  readonly engine: Engine;
  readonly tables: readonly TableFacts[];
  readonly issues: readonly Issue[];
}
