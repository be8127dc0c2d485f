import { CasebookError, type NotebookletContext, type Notice } from '@casebook/core';
import { buildEntity } from './build-entity';
import type { CheckedInput } from './host-summary-input';
import { HOST_SUMMARY_OPTIONS } from './host-summary-options';
import type { HostSummaryResult, HostSummarySections } from './host-summary-result';
import { makeSections, type SectionDone } from './make-sections';
import { knownElsewhere } from './resolve/elsewhere';
import { resolveHost, type Resolution } from './resolve/resolve-host';
import { untilAborted } from './run/until-aborted';
import { hostSection } from './sections/host-section';
import { summarise } from './summarise';

/** Runs what the input asks for and puts the result together. */
export const runSections = async (
  input: CheckedInput,
  context: NotebookletContext,
): Promise<HostSummaryResult> => {
  const ran: string[] = [];
  const done = (key: string, title: string): void => {
    ran.push(key);
    context.report?.({ message: title, done: ran.length, total: input.chosen.size + 1 });
  };
  try {
    return await untilAborted(investigate(input, context, done), context.signal);
  } catch (error) {
    throw context.signal?.aborted ? aborted(input, ran, context.signal.reason) : error;
  }
};

const investigate = async (
  input: CheckedInput,
  context: NotebookletContext,
  done: SectionDone,
): Promise<HostSummaryResult> => {
  const asker = { context, timeSpan: input.timeSpan };
  const began = performance.now();
  const resolution = await resolveHost(asker, input.host);
  const host = hostSection(resolution, {
    elsewhere: await knownElsewhere(asker, resolution),
    milliseconds: Math.round(performance.now() - began),
    notices: noticesOf(input),
  });
  done('host', host.title);
  const made = await makeSections({ asker, resolution, chosen: input.chosen, done });
  const sections: HostSummarySections = { host, ...made.sections };
  const entity = buildEntity(resolution, sections, made.os);
  return Object.freeze({
    kind: 'casebook.result',
    notebooklet: 'HostSummary',
    title: `Host summary of ${nameOf(resolution)}`,
    entityType: 'host',
    value: input.host,
    timeSpan: input.timeSpan,
    ...clockOf(context),
    summary: summarise(input, resolution, sections, entity),
    sections: Object.freeze(sections),
    entity,
  });
};

/** A workspace without rows may have no time of its own. */
const clockOf = ({ logs }: NotebookletContext): Pick<HostSummaryResult, 'clock'> => {
  try {
    return { clock: logs.clock.now() };
  } catch (error) {
    if (CasebookError.is(error) && error.code === 'ClockUnknown') return {};
    throw error;
  }
};

const nameOf = ({ names, candidates }: Resolution): string =>
  candidates.length ? names.asked : (names.all[0] ?? names.asked);

const noticesOf = ({ defaulted }: CheckedInput): readonly Notice[] =>
  defaulted === undefined ? [] : [{ code: 'defaultTimeSpan', message: defaulted, partial: false }];

const aborted = ({ host, chosen }: CheckedInput, ran: readonly string[], cause: unknown): CasebookError => {
  const rest = HOST_SUMMARY_OPTIONS.filter(({ key }) => chosen.has(key) && !ran.includes(key));
  const list = (keys: readonly string[]): string => keys.join(', ') || 'none';
  return new CasebookError('QueryAborted', `aborted host summary: ${host}`, {
    help: `Sections that ran: ${list(ran)}; that did not: ${list(rest.map(({ key }) => key))}.`,
    cause,
  });
};
