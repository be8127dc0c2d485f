import type { AbortSignalLike } from './abort-signal-like';
import type { ColumnInfo, Row } from '../frame/cell';
import type { Frame } from '../frame/frame';
import type { LanguageService } from '../language/language-service';
import type { QueryDefinition } from '../query/query-definition';
import type { Clock } from '../time/clock';
import type { TimeSpan } from '../time/time-span';

/** What a query call may ask for. */
export interface QueryOptions {
  /** Cuts each source table to this window, on its time column, before the query; without it nothing is cut. */
  readonly timeSpan?: TimeSpan;
  readonly signal?: AbortSignalLike;
  /** The most rows to answer with; defaults to the provider's cap. */
  readonly maxRows?: number;
}

/** A table that can be asked. */
export interface TableInfo {
  readonly name: string;
  readonly columns: readonly ColumnInfo[];
  /** How many rows it holds, where the provider knows. */
  readonly rowCount?: number;
}

/** Answers KQL with frames. */
export interface LogProvider {
  readonly name: string;
  readonly clock: Clock;
  /** Reads queries over its tables as they are written, where the provider can. */
  readonly language?: LanguageService;
  /** Answers KQL text; errors carry code, position and query text. */
  query<R extends Row = Row>(kql: string, options?: QueryOptions): Promise<Frame<R>>;
  /** Binds a definition's parameters and answers it. */
  run<P, R extends Row>(
    definition: QueryDefinition<P, R>,
    parameters: P,
    options?: QueryOptions,
  ): Promise<Frame<R>>;
  /** The tables that hold data. */
  tables(): Promise<readonly TableInfo[]>;
}
