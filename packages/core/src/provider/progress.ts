/** A step of a longer piece of work; `done` of `total` where the total is known. */
export interface Progress {
  readonly message: string;
  readonly done?: number;
  readonly total?: number;
}

/** Is told the steps of a longer piece of work; silent where none is given. */
export type ReportProgress = (progress: Progress) => void;
