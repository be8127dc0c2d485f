import { CasebookError, encodeColumn, Frame, gather, type Column } from '@casebook/core';
import { requireColumn } from '../columns/require-column';
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
  /** `'msticpy'` gives every noise row the first and last time of all noise, and the time column the first time. */
  readonly compatibility?: 'msticpy';
}

/**
 * Groups rows that are alike (DBSCAN over rows scaled to unit length) and answers one row a cluster: noise rows first, each
 * alone, then the first row of each cluster, in input order; the columns of the input, then `Clustered` (bool), `ClusterId` (long, -1 for noise),
 * `ClusterSize` (long), `FirstEventTime` and `LastEventTime` (datetime).
 *
 * MSTICPy's `dbcluster_events` overwrites `TimeGenerated` with the first time, and gives all noise rows the span of all
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
  const labels = yield* dbscan(normalizedPoints(frame, columns), { eps, minSamples });
  const spans = clusterSpans(labels, frame.column(timeColumn).data, compatibility === 'msticpy');
  return assembled(frame, labels, spans, compatibility === 'msticpy' ? timeColumn : undefined);
}

function assembled(
  frame: Frame,
  labels: Int32Array,
  { shown, sizes, first, last }: ClusterSpans,
  overwritten: string | undefined,
): Frame {
  const rows = Uint32Array.from(shown);
  const ids = shown.map((row) => labels[row] as number);
  const added: readonly Column[] = [
    {
      name: 'Clustered',
      data: encodeColumn(
        'bool',
        ids.map((id) => id >= 0),
        'Clustered',
      ),
    },
    { name: 'ClusterId', data: encodeColumn('long', ids, 'ClusterId') },
    { name: 'ClusterSize', data: encodeColumn('long', sizes, 'ClusterSize') },
    { name: 'FirstEventTime', data: first },
    { name: 'LastEventTime', data: last },
  ];
  const names = new Set(added.map(({ name }) => name));
  const kept = frame.data
    .filter(({ name }) => !names.has(name))
    .map(({ name, data }) => ({ name, data: name === overwritten ? first : gather(data, rows) }));
  return new Frame([...kept, ...added], { notices: frame.notices });
}
