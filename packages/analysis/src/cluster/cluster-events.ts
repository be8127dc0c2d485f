import { CasebookError, Frame, gather, type Column, type Notice } from '@casebook/core';
import { requireColumn } from '../columns/require-column';
import { withColumns } from '../columns/with-columns';
import { runInSlices, runNow, type AsyncOptions, type Steps } from '../run/steps';
import { dbscan } from './dbscan';
import { clusterSpans, type ClusterSpans } from './cluster-spans';
import { normalizedPoints } from './normalized-points';

/** What `clusterEvents` is told. */
export interface ClusterEventsOptions {
  /** The numeric columns that say what is alike; one column alone is the same for every row of one sign. */
  readonly columns: readonly string[];
  /** The largest distance of neighbours, of rows scaled to unit length, inclusive; default 0.01. */
  readonly eps?: number;
  /** How many rows, the row itself included, make a cluster; default 2. */
  readonly minSamples?: number;
  /** The datetime column of first and last; default `TimeGenerated`. */
  readonly timeColumn?: string;
  /** `'msticpy'` gives every noise row the first and last time of all noise, and writes the first time into `TimeGenerated`. */
  readonly compatibility?: 'msticpy';
}

const ONE_COLUMN: Notice = {
  code: 'information',
  message: 'One column tells only the sign of a row once it is scaled; name another.',
  partial: false,
};

/**
 * Groups rows that are alike (DBSCAN over rows scaled to unit length) and answers one row a cluster: noise rows first, each
 * alone, then the first row of each cluster, in input order; the columns of the input, then `Clustered` (bool), `ClusterId` (long, -1 for noise),
 * `ClusterSize` (long), `FirstEventTime` and `LastEventTime` (datetime).
 *
 * MSTICPy's `dbcluster_events` overwrites (or adds) `TimeGenerated` with the first time, and gives all noise rows the span of all
 * noise: a defect; `compatibility: 'msticpy'` does the same.
 *
 * Errors: `UnknownColumn`, `TypeMismatch`, `InvalidParameter`, and `InvalidValue` for a missing number, with its row.
 * Near linear where rows repeat, O(n²) at worst. Source: Ester et al., "DBSCAN" (KDD 1996), labelled as scikit-learn does.
 */
export const clusterEvents = (frame: Frame, options: ClusterEventsOptions): Frame =>
  runNow(clusterSteps(frame, options));

/** `clusterEvents` in slices of 50 ms, with a signal and progress; errors also `QueryAborted`. */
export const clusterEventsAsync = (
  frame: Frame,
  options: ClusterEventsOptions & AsyncOptions,
): Promise<Frame> => runInSlices(clusterSteps(frame, options), options);

function* clusterSteps(frame: Frame, options: ClusterEventsOptions): Steps<Frame> {
  const { columns, eps = 0.01, minSamples = 2, timeColumn = 'TimeGenerated', compatibility } = options;
  if (!(eps > 0))
    throw new CasebookError('InvalidParameter', `invalid eps: ${eps}`, { help: 'Give a number above 0.' });
  if (!Number.isInteger(minSamples) || minSamples < 1)
    throw new CasebookError('InvalidParameter', `invalid minSamples: ${minSamples}`, {
      help: 'Give a whole number from 1.',
    });
  requireColumn(frame, timeColumn, ['datetime']);
  const points = yield* normalizedPoints(frame, columns);
  const labels = yield* dbscan(points, { eps, minSamples });
  const spans = yield* clusterSpans(labels, frame.column(timeColumn).data, compatibility === 'msticpy');
  const clustered = yield* assembled(frame, labels, spans, compatibility === 'msticpy');
  return columns.length > 1 ? clustered : clustered.with({ notices: [...clustered.notices, ONE_COLUMN] });
}

function* assembled(
  frame: Frame,
  labels: Int32Array,
  { shown, sizes, first, last }: ClusterSpans,
  original: boolean,
): Steps<Frame> {
  const ids = Int32Array.from(shown, (row) => labels[row] as number);
  const added: readonly Column[] = [
    { name: 'Clustered', data: { type: 'bool', values: Uint8Array.from(ids, (id) => Number(id >= 0)) } },
    { name: 'ClusterId', data: { type: 'long', values: BigInt64Array.from(ids, BigInt) } },
    { name: 'ClusterSize', data: { type: 'long', values: sizes } },
    ...(original ? [{ name: 'TimeGenerated', data: first }] : []),
    { name: 'FirstEventTime', data: first },
    { name: 'LastEventTime', data: last },
  ];
  const kept: Column[] = [];
  for (const { name, data } of frame.data) {
    yield { message: 'taking rows', done: kept.length, total: frame.data.length };
    kept.push({ name, data: gather(data, shown) });
  }
  return withColumns(new Frame(kept, { notices: frame.notices }), added);
}
