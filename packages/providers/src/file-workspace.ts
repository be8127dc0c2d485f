import type { DuckDBConnection } from '@duckdb/node-api';
import {
  bindQuery,
  CasebookError,
  DateTime,
  Frame,
  kql as template,
  MAX_DATETIME_TICKS,
  mergeNotices,
  type Clock,
  type FrameSource,
  type KqlValue,
  type LanguageService,
  type QueryDefinition,
  type QueryOptions,
  type Row,
  type TableInfo,
  type WorkspaceReport,
} from '@casebook/core';
import {
  compile,
  TableSymbols,
  explanationOf,
  languageFor,
  type Compiled,
  type Schema,
  type Statement,
} from '@casebook/kql';
import type { Catalogue } from './catalogue/catalogue';
import { withDeadline } from './engine/deadline';
import { engineError } from './engine/engine-error';
import { ScalarFunctions } from './engine/scalar-functions';
import type { FileClock } from './file-clock';
import { answer, type Answer } from './query/answer';
import { emptyNotices, saysNothing } from './query/empty-answer';
import { Remembered } from './query/remembered';
import type { Workspace } from './workspace';
import type { WorkspaceExplanation } from './workspace-explanation';
import type { ResolvedOptions } from './workspace-options';
import { workspaceReport } from './workspace-report';

/** What a workspace of files or frames is made of. */
export interface FileWorkspaceParts {
  readonly name: string;
  /** The source as the user named it. */
  readonly source: string;
  readonly catalogue: Catalogue;
  readonly clock: FileClock;
  readonly options: ResolvedOptions;
  /** What queries may name beside the tables. */
  readonly names: Omit<Schema, 'tables'>;
  /** Removes what the workspace keeps on disk for itself. */
  readonly cleanUp: () => Promise<void>;
}

const LATEST = new DateTime(MAX_DATETIME_TICKS);
/** How many compiled texts a workspace remembers. */
const COMPILED = 200;

const DISCOVERIES = 8;

const withQuery = (error: unknown, query: string): CasebookError => {
  const wrapped = engineError(error, query);
  if (wrapped.query !== undefined) return wrapped;
  const { code, message, position, help, cause } = wrapped;
  return new CasebookError(code, message, { position, help, query, cause });
};

/** A folder or archive of files, a sample, or frames, as a workspace. */
export class FileWorkspace implements Workspace {
  readonly name: string;
  readonly clock: Clock;
  readonly language: LanguageService;
  private readonly parts: FileWorkspaceParts;
  private readonly schema: Schema;
  private readonly functions = new ScalarFunctions();
  private readonly compiled = new Remembered<Compiled>(COMPILED);
  private readonly running = new Map<DuckDBConnection, Promise<unknown>>();
  private closed = false;

  /** @param parts what `openWorkspace` prepared. */
  constructor(parts: FileWorkspaceParts) {
    this.name = parts.name;
    this.clock = parts.clock;
    this.parts = parts;
    this.schema = {
      ...parts.names,
      tables: parts.catalogue.tables.map(({ schema }) => schema),
      symbols: new TableSymbols(),
    };
    this.language = languageFor(this.schema);
  }

  async query<R extends Row = Row>(kql: string, options: QueryOptions = {}): Promise<Frame<R>> {
    this.refuseClosed();
    try {
      return (await this.onConnection((connection) => this.ask(connection, kql, options))) as Frame<R>;
    } catch (error) {
      throw this.closed ? this.closedError(kql, error) : withQuery(error, kql);
    }
  }

  async kql<R extends Row = Row>(
    texts: TemplateStringsArray,
    ...values: readonly KqlValue[]
  ): Promise<Frame<R>> {
    return this.query<R>(template(texts, ...values));
  }

  async run<P, R extends Row>(
    definition: QueryDefinition<P, R>,
    parameters: P,
    options: QueryOptions = {},
  ): Promise<Frame<R>> {
    return this.query<R>(bindQuery(definition, parameters, { timeSpan: options.timeSpan }), options);
  }

  async explain(kql: string): Promise<WorkspaceExplanation> {
    this.refuseClosed();
    try {
      return await this.onConnection(async (connection) => {
        const statement = await this.settle(connection, this.compile(kql, {}));
        await this.functions.register(connection, statement.functions);
        const plan = await connection.runAndReadAll(`EXPLAIN ${statement.sql}`, [...statement.parameters]);
        const text = plan
          .getRows()
          .map((row) => String(row[1]))
          .join('\n');
        return { ...explanationOf(statement), plan: text.trimEnd() };
      });
    } catch (error) {
      throw this.closed ? this.closedError(kql, error) : withQuery(error, kql);
    }
  }

  async tables(): Promise<readonly TableInfo[]> {
    this.refuseClosed();
    return this.parts.catalogue.tables.map(({ schema: { name }, columns, rows }) => ({
      name,
      columns,
      rowCount: rows,
    }));
  }

  get isClosed(): boolean {
    return this.closed;
  }

  /** Its tables, for another workspace that is to see them. */
  get catalogue(): Catalogue {
    this.refuseClosed();
    return this.parts.catalogue;
  }

  report(): WorkspaceReport {
    const { source, catalogue, clock } = this.parts;
    return workspaceReport(source, catalogue, clock);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    for (const connection of this.running.keys()) connection.interrupt();
    await Promise.allSettled(this.running.values());
    this.parts.catalogue.engine.close();
    await this.parts.cleanUp();
  }

  private refuseClosed(): void {
    if (this.closed) throw this.closedError();
  }

  private closedError(query?: string, cause?: unknown): CasebookError {
    return new CasebookError('WorkspaceClosed', `closed workspace: ${this.parts.source}`, { query, cause });
  }

  private async onConnection<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.parts.catalogue.engine.connect();
    try {
      const result = work(connection);
      this.running.set(connection, result);
      return await result;
    } finally {
      this.running.delete(connection);
      connection.closeSync();
    }
  }

  private async ask(connection: DuckDBConnection, kql: string, options: QueryOptions): Promise<Frame> {
    const started = performance.now();
    const milliseconds = this.parts.options.deadline;
    const statement = { current: undefined as Statement | undefined };
    const found = await withDeadline(
      connection,
      { milliseconds, signal: options.signal, query: kql },
      async () => {
        statement.current = await this.settle(connection, this.compile(kql, options));
        return this.answer(connection, statement.current, options.maxRows);
      },
    );
    return this.frame(found, statement.current as Statement, kql, { options, started });
  }

  /** The compiled text; the schema and the clock of a workspace stay the same. */
  private compile(kql: string, options: QueryOptions): Compiled {
    return this.compiled.get(`${options.timeSpan ?? ''} ${kql}`, () => this.compileAnew(kql, options));
  }

  /** Compiles on the clock; where there is none, a text that does not read it is compiled all the same. */
  private compileAnew(kql: string, { timeSpan }: QueryOptions): Compiled {
    const { clock } = this.parts;
    if (clock.known) return compile(kql, this.schema, clock, { timeSpan });
    const compiled = compile(kql, this.schema, { origin: clock.origin, now: () => LATEST }, { timeSpan });
    const { readsClock } = compiled.kind === 'statement' ? compiled : compiled.discover;
    return readsClock ? clock.now() && compiled : compiled;
  }

  /** Asks for the columns that depend on data until none does. */
  private async settle(connection: DuckDBConnection, compiled: Compiled): Promise<Statement> {
    let next = compiled;
    for (let round = 0; next.kind === 'discover'; round += 1) {
      if (round === DISCOVERIES)
        throw new CasebookError('KqlUnsupported', 'too many operators whose columns depend on data');
      const { columns } = await this.answer(connection, next.discover);
      next = next.resume(new Frame(columns));
    }
    return next;
  }

  private async answer(
    connection: DuckDBConnection,
    statement: Statement,
    maxRows?: number,
  ): Promise<Answer> {
    const { options } = this.parts;
    await this.functions.register(connection, statement.functions);
    const rows = Math.min(maxRows ?? options.maxRows, options.maxRows);
    return answer(connection, statement, { rows, bytes: options.maxBytes });
  }

  private frame(
    { columns, rows, notices: caps }: Answer,
    statement: Statement,
    kql: string,
    { options: { timeSpan }, started }: { options: QueryOptions; started: number },
  ): Frame {
    const { name, catalogue, clock } = this.parts;
    const now = clock.known;
    const empty = saysNothing(columns, rows)
      ? emptyNotices({ statement, tables: catalogue.tables, timeSpan, now })
      : [];
    const carried = catalogue.tables
      .filter(({ schema }) => statement.tables.includes(schema.name))
      .map(({ notices = [] }) => notices);
    const notices = mergeNotices([...carried, statement.notices, caps, empty]);
    const source: FrameSource = {
      kql,
      provider: name,
      milliseconds: Math.round(performance.now() - started),
      ...(timeSpan ? { timeSpan } : {}),
      ...(now ? { clock: now } : {}),
      ...(statement.visualization === undefined ? {} : { visualization: statement.visualization }),
    };
    return new Frame(columns, { source, notices });
  }
}
