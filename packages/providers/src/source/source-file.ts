/** How a file's rows are written. */
export type Format = 'parquet' | 'csv' | 'json';

/** A member of an archive: where its bytes lie. */
export interface ArchiveEntry {
  /** Its name in the archive, parts separated by `/` also where Windows wrote `\`; never used as a path. */
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly offset: number;
  readonly compressedSize: number;
  readonly size: number;
}

/** A file of a source: on disk, or a member of an archive on disk. */
export interface SourceFile {
  /** Its path below the source, with `/`; for members of archives `archive.zip/member`. */
  readonly name: string;
  /** The real path of the file, or of the archive that holds it. */
  readonly path: string;
  readonly entry?: ArchiveEntry;
  readonly format: Format;
  readonly gzip: boolean;
  /** What changes when the file changes: real path, member, size and time of change. */
  readonly identity: string;
}

/** A small file beside the logs: a function or a watchlist. */
export interface TextFile {
  /** Its path below the source, with `/`. */
  readonly name: string;
  /** Its real path. */
  readonly path: string;
}

/** A file that is not read, and why. */
export interface SkippedFile {
  readonly name: string;
  readonly reason: string;
}

/** What a source holds. */
export interface Listing {
  readonly files: readonly SourceFile[];
  readonly skipped: readonly SkippedFile[];
  /** Files of KQL, and YAML files that may hold a parser. */
  readonly functions: readonly TextFile[];
  /** CSV files of the folder `watchlists`. */
  readonly watchlists: readonly TextFile[];
}
