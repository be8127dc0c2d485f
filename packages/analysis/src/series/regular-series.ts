import { asc, CasebookError, DateTime, Duration, type Frame } from '@casebook/core';
import { requireColumn } from '../columns/require-column';

/** The rows of a frame as a series with equal steps. */
export interface RegularSeries {
  /** The frame, sorted by time. */
  readonly frame: Frame;
  readonly values: Float64Array;
  /** Ticks between neighbours; 0 where there are fewer than two rows. */
  readonly step: bigint;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

const irregular = (message: string, help: string): CasebookError =>
  new CasebookError('InvalidValue', message, { help });

/**
 * Reads a series with equal steps, sorted by time; numbers may stand as texts. Errors say where: a null or infinite value or a null time, two rows of
 * one time, a gap or an uneven step (`InvalidValue`). The step is the smallest distance of neighbours. O(n log n).
 */
export function regularSeries(frame: Frame, timeColumn: string, valueColumn: string): RegularSeries {
  requireColumn(frame, timeColumn, ['datetime']);
  requireColumn(frame, valueColumn, ['int', 'long', 'real', 'decimal', 'string']);
  const sorted = frame.sort(asc(timeColumn));
  const values = numbersOf(sorted, valueColumn);
  const times = sorted.values(timeColumn);
  times.forEach((time, row) => {
    if (time === null)
      throw irregular(`missing time in ${timeColumn}`, 'Drop the rows without a time first.');
    if (!Number.isFinite(values[row]))
      throw irregular(
        `missing value of ${valueColumn} at ${String(time)}`,
        'Fill it first; make-series with a default gives every bucket a value.',
      );
  });
  return { frame: sorted, values, step: evenStep((times as DateTime[]).map(({ ticks }) => ticks)) };
}

/** The numbers of a column, read from texts where it holds texts; what is none is NaN. */
function numbersOf(frame: Frame, name: string): Float64Array {
  if (frame.column(name).data.type !== 'string') return frame.numbers(name);
  return Float64Array.from(frame.values(name), (text) => (NUMBER.test(String(text)) ? Number(text) : NaN));
}

function evenStep(ticks: readonly bigint[]): bigint {
  const steps = ticks.slice(1).map((tick, at) => tick - (ticks[at] as bigint));
  const smallest = steps.reduce<bigint | undefined>(
    (least, step) => (least === undefined || step < least ? step : least),
    undefined,
  );
  if (smallest === undefined) return 0n;
  const at = steps.findIndex((step) => step !== smallest || step === 0n);
  if (at < 0) return smallest;
  throw unevenAt(ticks[at] as bigint, steps[at] as bigint, smallest);
}

function unevenAt(tick: bigint, step: bigint, usual: bigint): CasebookError {
  const time = new DateTime(tick).toString();
  if (step === 0n) return irregular(`two values at ${time}`, 'Summarize to one row for each moment first.');
  const kind = step % usual === 0n ? 'gap' : 'uneven step';
  return irregular(
    `${kind} after ${time}: ${new Duration(step).toString()} instead of ${new Duration(usual).toString()}`,
    'Use make-series with a default, which gives one row for each bucket.',
  );
}
