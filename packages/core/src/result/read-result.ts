import { CasebookError } from '../error/casebook-error';
import type { Chart, ChartIntent, ReferenceMoment } from '../chart/chart-intent';
import { Frame } from '../frame/frame';
import { setOwn } from '../frame/set-own';
import { DateTime } from '../time/date-time';
import { TimeSpan } from '../time/time-span';
import type { Result, Sections } from './result';
import type { Section } from './section';

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalid = (what: string, cause?: unknown): CasebookError =>
  new CasebookError('InvalidValue', `JSON that is not a result: ${what}`, {
    help: 'Give what JSON.stringify(result) wrote.',
    cause,
  });

const plain = (value: unknown, what: string): Plain => {
  if (isPlain(value)) return value;
  throw invalid(what);
};

const list = (value: unknown, what: string): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  throw invalid(what);
};

const readReference = (json: unknown): ReferenceMoment => {
  const reference = plain(json, 'a reference');
  return { ...reference, time: DateTime.parse(String(reference['time'])), label: String(reference['label']) };
};

const readIntent = (json: unknown): ChartIntent => {
  const intent = plain(json, 'a chart');
  if (intent['kind'] !== 'timeline') return intent as unknown as ChartIntent;
  const { references, overlays } = intent;
  return {
    ...intent,
    ...(references === undefined ? {} : { references: list(references, 'references').map(readReference) }),
    ...(overlays === undefined ? {} : { overlays: list(overlays, 'overlays').map(readChart) }),
  } as unknown as ChartIntent;
};

const readChart = (json: unknown): Chart => {
  const { frame, intent } = plain(json, 'a chart');
  return { frame: Frame.fromJSON(frame), intent: readIntent(intent) };
};

const readSection = (json: unknown, key: string): Section => {
  const section = plain(json, `section ${key}`);
  return {
    ...(section as unknown as Section),
    frame: Frame.fromJSON(section['frame']),
    ...(section['chart'] === undefined ? {} : { chart: readIntent(section['chart']) }),
  };
};

const revive = (json: Plain): Result => {
  const sections: Record<string, Section> = {};
  for (const [key, section] of Object.entries(plain(json['sections'], 'sections')))
    setOwn(sections, key, readSection(section, key));
  const { start, end } = plain(json['timeSpan'], 'time span');
  return {
    ...(json as unknown as Result),
    timeSpan: TimeSpan.from({ start: String(start), end: String(end) }),
    ...(json['clock'] === undefined ? {} : { clock: DateTime.parse(String(json['clock'])) }),
    sections,
  };
};

/**
 * Revives a result from its JSON, or the text of it, so that it equals the original: frames, moments, time span and
 * chart intents included. JSON that is no result is an `InvalidValue` error.
 */
export const readResult = <S extends Sections = Sections>(json: unknown): Result<S> => {
  try {
    const value: unknown = typeof json === 'string' ? JSON.parse(json) : json;
    if (!isPlain(value) || value['kind'] !== 'casebook.result') throw invalid('no kind casebook.result');
    return revive(value) as Result<S>;
  } catch (error) {
    if (CasebookError.is(error) && error.message.startsWith('JSON that is not a result')) throw error;
    throw invalid(error instanceof Error ? error.message : String(error), error);
  }
};
