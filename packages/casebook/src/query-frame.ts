import { CasebookError, Frame, type AbortSignalLike, type Row, type TimeSpan } from '@casebook/core';
import { cellSignal, teachStockTslab } from '@casebook/jupyter';
import { timeColumnOf } from '@casebook/kql';
import { openFrames, type FramesOptions } from '@casebook/providers';

/** How a frame is asked. */
export interface QueryFrameOptions extends Omit<FramesOptions, 'missingTables'> {
  /** Cuts each frame to this window on its time column (TimeGenerated, else Timestamp), before the query. */
  readonly timeSpan?: TimeSpan;
  readonly signal?: AbortSignalLike;
}

const tablesOf = (frames: Frame | Readonly<Record<string, Frame>>): Readonly<Record<string, Frame>> => {
  if (Frame.is(frames)) return { T: frames };
  if (typeof frames === 'object' && frames !== null) return frames;
  throw new CasebookError('InvalidParameter', `no frame: ${String(frames)}`, {
    help: 'Give a frame, or an object of frames by table name.',
  });
};

const refuseUncut = (frames: Readonly<Record<string, Frame>>): void => {
  const uncut = Object.entries(frames).find(
    ([, frame]) => Frame.is(frame) && timeColumnOf(frame.columns) === undefined,
  );
  if (uncut)
    throw new CasebookError(
      'InvalidParameter',
      `no time column to cut in table ${JSON.stringify(uncut[0])}`,
      {
        help: 'A time span cuts on a datetime column TimeGenerated or Timestamp; ask without one.',
      },
    );
};

/**
 * Runs KQL on a frame, which is the table T, or on several by name: queryFrame({ Logons, Hosts }, 'Logons | join …'). Answers with a
 * frame; all ten types are exact, the notices of the frames that were read stay. `now()` is `options.now`; without it a text that
 * asks for the time is a `ClockUnknown` error. Errors are those of a workspace's `query`; a time span over a frame without a time
 * column is `InvalidParameter`, a decimal beyond 21 digits before its point or 17 behind it `InvalidValue`. The frames are copied
 * into an engine in memory that ends with the call. At most `maxRows` (500,000) rows come back.
 */
export const queryFrame = async <R extends Row = Row>(
  frames: Frame | Readonly<Record<string, Frame>>,
  kql: string,
  options: QueryFrameOptions = {},
): Promise<Frame<R>> => {
  teachStockTslab();
  const { timeSpan, signal = cellSignal(), ...opening } = options;
  const tables = tablesOf(frames);
  if (timeSpan) refuseUncut(tables);
  const workspace = await openFrames(tables, opening);
  try {
    return await workspace.query<R>(kql, { timeSpan, signal });
  } finally {
    await workspace.close();
  }
};
