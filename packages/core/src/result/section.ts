import type { ChartIntent } from '../chart/chart-intent';
import type { Json, Row } from '../frame/cell';
import type { Frame } from '../frame/frame';

/** How a section ended: with rows, with none, not asked for, without its source, or with an error. */
export type SectionStatus = 'ok' | 'empty' | 'skipped' | 'unavailable' | 'failed';

/** What was searched where nothing was found. */
export interface Searched {
  readonly table: string;
  /** Rows of that table in the time span. */
  readonly rowsInSpan: number;
  /** Rows of that table in the time span that belong to the entity; absent where the query does not ask by entity. */
  readonly rowsOfEntity?: number;
}

/** One part of a result: a frame with its status, and how it came about. */
export interface Section<R extends Row = Row> {
  readonly title: string;
  readonly status: SectionStatus;
  /** Why, as one sentence; always there unless the status is `ok`. */
  readonly reason?: string;
  /** The KQL that was run. */
  readonly query?: string;
  /** The number of rows. */
  readonly rows: number;
  /** How long it took. */
  readonly milliseconds: number;
  /** The rows; without any where the status is not `ok`. */
  readonly frame: Frame<R>;
  /** Facts by name, for sections that say a few things rather than list many. */
  readonly facts?: Readonly<Record<string, Json>>;
  /** How the frame is best seen. */
  readonly chart?: ChartIntent;
  /** What was searched; there where the status is `empty`. */
  readonly searched?: readonly Searched[];
}
