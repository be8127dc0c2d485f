/** Why an answer is what it is: caps and failures that cut it, tables without data, sources that are not there, a clock that does not meet the data. */
export type NoticeCode =
  | 'rowCap'
  | 'sizeCap'
  | 'timeout'
  | 'failedPart'
  | 'missingTable'
  | 'unavailable'
  | 'emptyTable'
  | 'clock'
  | 'defaultTimeSpan'
  | 'information';

/** A remark that travels with an answer; everything that shows the answer says it. */
export interface Notice {
  readonly code: NoticeCode;
  /** One sentence for the reader. */
  readonly message: string;
  /** The table that it is about. */
  readonly table?: string;
  /** Whether rows are missing from the answer because of it. */
  readonly partial: boolean;
}

/** The remarks of several answers, each once. */
export const mergeNotices = (lists: readonly (readonly Notice[])[]): Notice[] => [
  ...new Map(
    lists
      .flat()
      .map((notice) => [JSON.stringify([notice.code, notice.table, notice.message, notice.partial]), notice]),
  ).values(),
];
