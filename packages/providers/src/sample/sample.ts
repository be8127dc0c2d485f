import { CasebookError } from '@casebook/core';

/** The fewest and the most rows that a sample may have. */
export const SAMPLE_ROWS = { least: 5_000, usual: 100_000, most: 10_000_000 } as const;

/** Changes whenever the same seed and rows would give other rows; part of every cache key. */
export const SAMPLE_VERSION = 2;

/** What to generate. */
export interface SampleOptions {
  /** Decides the ordinary background; a whole number from 0, 1 by default. */
  readonly seed?: number;
  /** Rows over all tables, exactly; 100,000 by default, 5,000 to 10,000,000. */
  readonly rows?: number;
}

/** A generated data source: plain data, so it can be compared, cached and written down. */
export interface SampleSource {
  readonly kind: 'casebook.sample';
  readonly seed: number;
  readonly rows: number;
}

/**
 * Describes the sample workspace: September 2026 at a small company, with one intrusion and its benign look-alikes.
 * `rows` scales the ordinary background only; the intrusion is the same in every sample. A seed or number of rows outside
 * its bounds is an `InvalidParameter` error.
 */
export function sample({ seed = 1, rows = SAMPLE_ROWS.usual }: SampleOptions = {}): SampleSource {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new CasebookError('InvalidParameter', `invalid seed: ${seed}`, {
      help: 'Give a whole number from 0.',
    });
  if (!Number.isSafeInteger(rows) || rows < SAMPLE_ROWS.least || rows > SAMPLE_ROWS.most)
    throw new CasebookError('InvalidParameter', `invalid rows: ${rows}`, {
      help: `Give a whole number from ${SAMPLE_ROWS.least} to ${SAMPLE_ROWS.most}.`,
    });
  return Object.freeze({ kind: 'casebook.sample', seed, rows });
}

/** Tells a value that {@link sample} made, also one read back from JSON. */
export function isSampleSource(value: unknown): value is SampleSource {
  return (
    typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'casebook.sample'
  );
}
