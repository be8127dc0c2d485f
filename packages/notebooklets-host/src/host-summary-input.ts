import {
  CasebookError,
  Duration,
  TICKS,
  TimeSpan,
  type NotebookletContext,
  type TimeSpanLike,
} from '@casebook/core';
import { HOST_SUMMARY_OPTIONS, type HostSummaryKey } from './host-summary-options';
import { resolveOptions, snakeCase } from './options/resolve-options';

/** An option of a host summary, plain or with a sign; MSTICPy's snake_case works as well. */
export type HostSummaryOption = HostSummaryKey | `+${HostSummaryKey}` | `-${HostSummaryKey}` | (string & {});

/** What a host summary investigates. */
export interface HostSummaryInput {
  /** The host's name, with or without its domain, in any case. */
  readonly host: string;
  /** The window, also as text such as `2h` or `2026-10-05/P1D`; without it the last day by the workspace's clock. */
  readonly timeSpan?: TimeSpanLike;
  /** Names replace the default parts; `+name` adds to them, `-name` takes away. */
  readonly options?: readonly HostSummaryOption[];
}

/** An input that was checked. */
export interface CheckedInput {
  readonly host: string;
  readonly timeSpan: TimeSpan;
  readonly chosen: ReadonlySet<HostSummaryKey>;
  /** The sentence that says which window was taken, where none was given. */
  readonly defaulted?: string;
}

const KEYS = ['host', 'timeSpan', 'options'];

/** Checks the input before any query; a missing host or provider is `MissingInput`, an unknown key or option `UnknownOption`. */
export const readInput = (input: HostSummaryInput, context: NotebookletContext): CheckedInput => {
  if (!context?.logs) throw missing('logs', 'Give a workspace: run(input, { logs: workspace }).');
  const unknown = Object.keys(input ?? {}).find((key) => !KEYS.includes(key));
  if (unknown !== undefined)
    throw new CasebookError('UnknownOption', `unknown input: ${unknown}`, {
      help: `Inputs: ${KEYS.join(', ')}.`,
    });
  const host = typeof input?.host === 'string' ? input.host.trim().replace(/\.$/, '') : '';
  if (host === '')
    throw missing('host', "Give the host's name: run({ host: 'WS-07' }, { logs: workspace }).");
  const chosen = resolveOptions(HOST_SUMMARY_OPTIONS, optionsOf(input));
  const { timeSpan } = input;
  if (timeSpan !== undefined) return { host, chosen, timeSpan: windowOf(timeSpan, context) };
  return { host, chosen, ...lastDay(context) };
};

const missing = (name: string, help: string): CasebookError =>
  new CasebookError('MissingInput', `missing input: ${name}`, { help });

const optionsOf = ({ options }: HostSummaryInput): readonly string[] => {
  if (options === undefined || Array.isArray(options)) return options ?? [];
  throw new CasebookError('UnknownOption', 'options that are not a list', {
    help: `Options: ${HOST_SUMMARY_OPTIONS.map(({ key }) => `${key} (${snakeCase(key)})`).join(', ')}.`,
  });
};

/** The clock is asked only where the window needs it: a workspace without rows may have none. */
const windowOf = (timeSpan: TimeSpanLike, { logs }: NotebookletContext): TimeSpan => {
  try {
    return TimeSpan.from(timeSpan);
  } catch {
    return TimeSpan.from(timeSpan, logs.clock.now());
  }
};

const lastDay = ({ logs: { clock } }: NotebookletContext): Pick<CheckedInput, 'timeSpan' | 'defaulted'> => {
  const end = clock.now();
  const timeSpan = new TimeSpan(end.add(new Duration(-TICKS.day)), end);
  return {
    timeSpan,
    defaulted: `No window was given: this is the last day by the workspace's clock, ${timeSpan.start} to ${end} (${clock.origin}).`,
  };
};
