import type { Json } from '../frame/cell';
import type { DateTime } from '../time/date-time';
import type { TimeSpan } from '../time/time-span';
import type { Section } from './section';

/** Sections by key. */
export type Sections = Readonly<Record<string, Section>>;

/** The finished answer of a notebooklet: plain data that survives JSON. */
export interface Result<S extends Sections = Sections> {
  readonly kind: 'casebook.result';
  /** The notebooklet's name. */
  readonly notebooklet: string;
  readonly title: string;
  /** The type of what was investigated, such as `host`. */
  readonly entityType: string;
  /** What was investigated, as it was asked for. */
  readonly value: string;
  readonly timeSpan: TimeSpan;
  /** What `now()` was; absent where the workspace has neither rows nor a `now` of its own. */
  readonly clock?: DateTime;
  /** What was found, as a few sentences. */
  readonly summary: readonly string[];
  readonly sections: S;
  /** The entity that was found, as plain data. */
  readonly entity: Readonly<Record<string, Json>>;
}
