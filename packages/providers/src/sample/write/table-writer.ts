import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MONTH_START } from '../moment';
import type { PackedRow } from '../row';
import type { SampleTable } from '../sample-tables';
import { CellCodec } from './cell-codec';

type DuckDb = typeof import('@duckdb/node-api');

const PART_ROWS = 131_072;
const CHUNK_ROWS = 2048;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Writes one table's rows, given in order of time, as a Parquet file; holds at most a part of them at a time. */
export class TableWriter {
  readonly #duckdb: DuckDb;
  readonly #connection: DuckDBConnection;
  readonly #table: SampleTable;
  readonly #constants: Readonly<Record<string, string>>;
  readonly #folder: string;
  readonly #parts: string[] = [];

  /** Packs the rows of this table. */
  readonly codec = new CellCodec();

  #appender: DuckDBAppender | undefined;
  #pending: PackedRow[] = [];
  #staged = 0;

  /** How many rows it was given. */
  rows = 0;

  /** @param constants string columns that hold the same text in every row. */
  constructor(
    duckdb: DuckDb,
    connection: DuckDBConnection,
    place: { table: SampleTable; folder: string; constants: Readonly<Record<string, string>> },
  ) {
    this.#duckdb = duckdb;
    this.#connection = connection;
    this.#table = place.table;
    this.#folder = place.folder;
    this.#constants = place.constants;
  }

  /** The table's name. */
  get name(): string {
    return this.#table.name;
  }

  /** Where the file will be. */
  get path(): string {
    return join(this.#folder, `${this.#table.name}.parquet`);
  }

  /** Takes rows that are not earlier than those before. */
  async add(rows: readonly PackedRow[]): Promise<void> {
    this.rows += rows.length;
    for (const row of rows) {
      this.#pending.push(row);
      if (this.#pending.length === CHUNK_ROWS) await this.#append();
      if (this.#staged >= PART_ROWS) await this.#writePart();
    }
  }

  /** Writes what is left and joins the parts. */
  async finish(): Promise<void> {
    if (this.#parts.length === 0) {
      await this.#copy(this.path);
      return;
    }
    await this.#writePart();
    const files = this.#parts.map(literal).join(', ');
    await this.#connection.run(`COPY (SELECT * FROM read_parquet([${files}])) TO ${this.#target(this.path)}`);
    await Promise.all(this.#parts.map((part) => rm(part)));
  }

  get #stage(): string {
    return `stage_${this.#table.name}`;
  }

  async #append(): Promise<void> {
    if (!this.#appender) await this.#open();
    if (this.#pending.length === 0) return;
    const { DuckDBDataChunk, BIGINT, INTEGER, VARCHAR } = this.#duckdb;
    const chunk = DuckDBDataChunk.create([BIGINT, INTEGER, VARCHAR], this.#pending.length);
    chunk.setColumnValues(
      0,
      this.#pending.map((row) => MONTH_START.ticks + BigInt(row.at)),
    );
    chunk.setColumnValues(
      1,
      this.#pending.map((row) => row.shape),
    );
    chunk.setColumnValues(
      2,
      this.#pending.map((row) => row.packed),
    );
    this.#appender?.appendDataChunk(chunk);
    this.#staged += this.#pending.length;
    this.#pending = [];
  }

  async #open(): Promise<void> {
    await this.#connection.run(
      `CREATE OR REPLACE TABLE ${this.#stage} (time BIGINT, shape INTEGER, packed VARCHAR)`,
    );
    this.#appender = await this.#connection.createAppender(this.#stage);
  }

  async #writePart(): Promise<void> {
    const part = join(this.#folder, `${this.#table.name}.part${this.#parts.length}`);
    this.#parts.push(part);
    await this.#copy(part);
    this.#staged = 0;
  }

  async #copy(path: string): Promise<void> {
    await this.#append();
    this.#appender?.closeSync();
    this.#appender = undefined;
    const strays = this.codec.strays(this.#table.columns);
    if (strays.length > 0) throw new Error(`unlisted columns: ${this.#table.name} ${strays.join(', ')}`);
    const columns = this.#table.columns.map((column) => `${this.#expression(column)} AS "${column.name}"`);
    const from = `(SELECT time, shape, ${CellCodec.split} AS cells FROM ${this.#stage})`;
    await this.#connection.run(`COPY (SELECT ${columns.join(', ')} FROM ${from}) TO ${this.#target(path)}`);
    await this.#connection.run(`DROP TABLE ${this.#stage}`);
  }

  #expression(column: SampleTable['columns'][number]): string {
    if (column.name === 'TimeGenerated') return 'time';
    const constant = this.#constants[column.name];
    return constant === undefined ? this.codec.unpack(column) : literal(constant);
  }

  #target(path: string): string {
    return `${literal(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 65536)`;
  }
}
