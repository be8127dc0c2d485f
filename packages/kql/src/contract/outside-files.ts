/** The formats of `externaldata` that a host may know, as Kusto names them. */
export const RECORD_FORMATS = [
  'csv',
  'tsv',
  'psv',
  'scsv',
  'sohsv',
  'txt',
  'raw',
  'json',
  'multijson',
] as const;

/** A format of `externaldata`. */
export type RecordFormat = (typeof RECORD_FORMATS)[number];

/** How `externaldata` wants a file to be read. */
export interface RecordReading {
  /** By default what the name of the file tells, else csv. */
  readonly format?: RecordFormat;
  /** Whether the first record is a header, and no row. */
  readonly ignoreFirstRecord: boolean;
}

/** Records that a host prepared: a text file of one JSON document a line. */
export interface PreparedRecords {
  /** The real path of the file; the engine may read it. */
  readonly path: string;
  /** `array`: texts by the place of their column; `document`: objects whose members are columns. */
  readonly shape: 'array' | 'document';
}

/** The files that stand for addresses outside; nothing is ever fetched. */
export interface OutsideFiles {
  /** The records of an address; nothing where no file is mapped to it. Throws a `CasebookError` for a file that cannot be read. */
  records(address: string, reading: RecordReading): PreparedRecords | undefined;
}
