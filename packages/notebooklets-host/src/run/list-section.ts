import {
  CasebookError,
  type ChartIntent,
  type Frame,
  type Json,
  type QueryDefinition,
  type Row,
  type Section,
} from '@casebook/core';
import { describeSearched } from './count-rows';
import { ask, type HostRun } from './host-run';
import { makeSection } from './section';
import { unionFrames } from './union-frames';

/** One query of a section, ready to be asked. */
export interface Part<R extends Row> {
  readonly table: string;
  run(run: HostRun): Promise<Frame<R>>;
}

/** Joins a definition with its parameters. */
export const part = <P, R extends Row>(definition: QueryDefinition<P, R>, parameters: P): Part<R> => ({
  table: definition.tables[0] as string,
  run: (run) => ask(run, definition, parameters),
});

/** A section that lists the rows of one query, or of one query an operating system. */
export interface ListSection<R extends Row> {
  readonly title: string;
  /** What its rows are, in the plural, for the sentence that says that there are none. */
  readonly things: string;
  readonly parts: readonly Part<R>[];
  /** What the reader of an empty section should know beside what was searched. */
  readonly hint?: string;
  /** How its rows are best seen. */
  readonly chart?: (frame: Frame<R>) => ChartIntent;
  /** Keeps the rows that really belong to the host, and says facts about them. */
  readonly refine?: (frame: Frame<R>) => {
    readonly frame: Frame<R>;
    readonly facts?: Readonly<Record<string, Json>>;
  };
  /** Facts about the rows. */
  readonly facts?: (frame: Frame<R>) => Readonly<Record<string, Json>>;
}

interface Outcome<R extends Row> {
  readonly table: string;
  readonly frame?: Frame<R>;
  readonly error?: unknown;
  readonly missing?: string;
}

/** Asks the queries of a section and gives it the status that fits; only an abort is an error. */
export const listSection = async <R extends Row>(
  run: HostRun,
  wanted: ListSection<R>,
): Promise<Section<R>> => {
  const began = performance.now();
  const outcomes = await Promise.all(wanted.parts.map((each) => outcomeOf(run, each)));
  const section = await judge(run, wanted, outcomes);
  return Object.freeze({ ...section, milliseconds: Math.round(performance.now() - began) });
};

const outcomeOf = async <R extends Row>(
  run: HostRun,
  { table, run: start }: Part<R>,
): Promise<Outcome<R>> => {
  try {
    const frame = await start(run);
    const missing = frame.notices.find(({ code }) => code === 'missingTable')?.message;
    return frame.rowCount === 0 && missing !== undefined ? { table, frame, missing } : { table, frame };
  } catch (error) {
    if (run.context.signal?.aborted) throw error;
    return { table, error };
  }
};

const judge = async <R extends Row>(
  run: HostRun,
  { title, things, hint, chart, refine, facts }: ListSection<R>,
  outcomes: readonly Outcome<R>[],
): Promise<Section<R>> => {
  const query = outcomes.flatMap(({ frame, error }) => queryOf(frame, error)).join('\n\n') || undefined;
  const failed = outcomes.filter(({ error }) => error !== undefined);
  const present = outcomes.filter(({ frame, missing }) => frame && missing === undefined);
  const trouble = failed.map(({ table, error }) => `${table}: ${messageOf(error)}`).join(' ');
  if (!present.length && failed.length) return makeSection('failed', { title, query, reason: trouble });
  if (!present.length) {
    const reason = outcomes.map(({ missing, table }) => missing ?? `${table} has no data.`).join(' ');
    return makeSection('unavailable', { title, query, reason });
  }
  const all = unionFrames(
    present.map(({ frame }) => frame as Frame<R>),
    trouble,
  );
  const refined = refine ? refine(all) : { frame: all };
  const { frame } = refined;
  const said = { ...refined.facts, ...(frame.rowCount && facts ? facts(frame) : {}) };
  const common = { title, query, ...(Object.keys(said).length ? { facts: said } : {}) };
  if (frame.rowCount > 0) return makeSection('ok', { ...common, frame, chart: chart?.(frame) });
  const counted = await Promise.all(present.map(({ table }) => run.countRows(table)));
  const searched = counted.map((each) => ({ rowsOfEntity: 0, ...each }));
  const where = searched.map((each) => describeSearched(each, run.names.all[0] as string)).join(' and ');
  const reason = [`No ${things}; searched ${where}.`, hint, trouble && `Not searched: ${trouble}`]
    .filter(Boolean)
    .join(' ');
  return makeSection('empty', { ...common, reason, searched, frame });
};

const queryOf = (frame: Frame | undefined, error: unknown): string[] => {
  const text = frame?.source?.kql ?? (CasebookError.is(error) ? error.query : undefined);
  return text === undefined ? [] : [text];
};

/** What an error says, with its way out, as sentences. */
export const messageOf = (error: unknown): string => {
  const said = CasebookError.is(error)
    ? [error.message, error.help ?? '']
    : [error instanceof Error ? error.message : String(error)];
  return said
    .filter((text) => text !== '')
    .map((text) => (/[.!?]$/.test(text) ? text : `${text}.`))
    .join(' ');
};
