import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { loadDuckDb } from './load-duckdb';
import { sqlText, sqlTexts } from './sql-text';

/** What an engine may touch and use. */
export interface EngineLimits {
  /** Existing files that it may read, by real path. */
  readonly files: readonly string[];
  /** Folders in which it may read and write, by real path. */
  readonly folders: readonly string[];
  /** Where it may spill, by real path. */
  readonly temporary: string;
  /** DuckDB's notation, such as `2GB`. */
  readonly memoryLimit: string;
}

const MAX_SPILL = '20GB';

/** The order matters: what is set after `enable_external_access` is refused, and nothing can be set after the last. */
const lockDown = ({ files, folders, temporary, memoryLimit }: EngineLimits): string[] => [
  `SET temp_directory = ${sqlText(temporary)}`,
  `SET max_temp_directory_size = ${sqlText(MAX_SPILL)}`,
  `SET TimeZone = 'UTC'`,
  `SET memory_limit = ${sqlText(memoryLimit)}`,
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET allow_community_extensions = false',
  `SET allowed_paths = ${sqlTexts(files)}`,
  `SET allowed_directories = ${sqlTexts(folders)}`,
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/** A private DuckDB in memory that reads what it was given and nothing else. */
export class Engine {
  private readonly instance: DuckDBInstance;
  /** For work that does not need to be interrupted. */
  readonly connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.instance = instance;
    this.connection = connection;
  }

  /** Opens an engine and locks its configuration. */
  static async open(limits: EngineLimits): Promise<Engine> {
    const { DuckDBInstance } = await loadDuckDb();
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    for (const sql of lockDown(limits)) await connection.run(sql);
    return new Engine(instance, connection);
  }

  /** A connection of its own, which can be interrupted without touching others. */
  connect(): Promise<DuckDBConnection> {
    return this.instance.connect();
  }

  /** The rows of a SQL text as objects; 64-bit integers come as bigint. */
  async ask<R>(sql: string): Promise<R[]> {
    const reader = await this.connection.runAndReadAll(sql);
    return reader.getRowObjectsJS() as unknown as R[];
  }

  /** Runs a SQL text for its effect. */
  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  /** Ends it; later calls fail. */
  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}
