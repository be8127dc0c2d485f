import { CasebookError, type Frame, type TextColumn } from '@casebook/core';
import { requireColumn } from '../columns/require-column';
import { runInSlices, runNow, type AsyncOptions, type Steps } from '../run/steps';
import { findIndicators } from './find-indicators';
import { foundFrame, type SearchedColumn } from './found-frame';
import type { CustomIocType, Indicator } from './indicator';
import { jsonText } from './json-text';
import { findOriginal } from './original/find-original';
import { PATTERNS, type IocType } from './patterns';

/** What `extractIocs` is told. */
export interface ExtractIocsOptions {
  /** The columns to search, text or dynamic. */
  readonly columns: readonly string[];
  /** The kinds to look for; default all but the paths. */
  readonly types?: readonly IocType[];
  /** Whether paths are looked for too, where `types` does not say; default false. */
  readonly includePaths?: boolean;
  /** Takes host names under any top-level domain; default false. */
  readonly ignoreTlds?: boolean;
  /** Kinds of the caller's own. */
  readonly customTypes?: readonly CustomIocType[];
  /** `'msticpy'` gives what the original finds, in its four columns; `includePaths` then means those of Windows, as there. */
  readonly compatibility?: 'msticpy';
}

const PATHS: readonly IocType[] = ['windows_path', 'linux_path'];
/** How many characters are searched between two pauses; a text is searched at once. */
const BATCH = 2 ** 15;

/**
 * Finds indicators of compromise: one row each with `IoCType`, `Observable` (string, no longer defanged), `SourceIndex` (long, the row, from 0), `Input`
 * (string, the cell), then `SourceColumn` (string) and `Position` (long, UTF-16 units), in the order of rows, columns and positions; each once
 * a cell. A host within a URL is an indicator of its own.
 *
 * MSTICPy's `IoCExtract` takes `999.1.1.1`, `::`, file and class names and trailing quotes, lets every kind match within another, stops at null
 * cells, and leaves `1[.]2[.]3[.]4` defanged; here addresses are in range, hosts (of e-mail addresses too) end in a public suffix and
 * are no files, folders or classes, what opens before an address ends it, and null cells hold nothing. A dynamic cell is searched with
 * its escapes resolved. `compatibility: 'msticpy'` gives the original's answer, null cells excepted.
 *
 * Errors: `UnknownColumn`, `TypeMismatch`, `InvalidParameter`. Linear in the text; a repeated text is searched once.
 */
export const extractIocs = (frame: Frame, options: ExtractIocsOptions): Frame =>
  runNow(iocSteps(frame, options));

/** `extractIocs` in slices of 50 ms, with a signal and progress; errors also `QueryAborted`. */
export const extractIocsAsync = (frame: Frame, options: ExtractIocsOptions & AsyncOptions): Promise<Frame> =>
  runInSlices(iocSteps(frame, options), options);

function* iocSteps(frame: Frame, options: ExtractIocsOptions): Steps<Frame> {
  const { columns, compatibility } = options;
  if (columns.length === 0)
    throw new CasebookError('InvalidParameter', 'missing columns to search for indicators');
  const find = finder(options);
  const searched: SearchedColumn[] = [];
  for (const name of columns) {
    const data = requireColumn(frame, name, ['string', 'dynamic', 'guid']).data as TextColumn;
    const byCode = yield* indicatorsByText(
      data.dictionary,
      data.type === 'dynamic' ? (json) => inJson(json, find) : find,
    );
    searched.push({ name, data, byCode });
  }
  return yield* foundFrame(searched, frame.rowCount, compatibility === 'msticpy');
}

type Find = (text: string) => readonly Indicator[];

function finder(options: ExtractIocsOptions): Find {
  const { customTypes = [], ignoreTlds: anySuffix = false, compatibility } = options;
  const find = { types: typesOf(options), customTypes, anySuffix };
  return compatibility === 'msticpy'
    ? (text) => findOriginal(text, find)
    : (text) => findIndicators(text, find);
}

function inJson(json: string, find: Find): readonly Indicator[] {
  if (!json.includes('\\')) return find(json);
  const { text, placeOf } = jsonText(json);
  return find(text).map((one) => ({ ...one, position: placeOf(one.position) }));
}

function typesOf({ types, includePaths = false, compatibility }: ExtractIocsOptions): readonly IocType[] {
  const all = Object.keys(PATTERNS) as IocType[];
  const unknown = types?.find((type) => !all.includes(type));
  if (unknown !== undefined)
    throw new CasebookError('InvalidParameter', `unknown indicator type: ${unknown}`, {
      help: `One of: ${all.join(', ')}.`,
    });
  const paths = compatibility === 'msticpy' ? PATHS.slice(0, 1) : PATHS;
  return types ?? all.filter((type) => !PATHS.includes(type) || (includePaths && paths.includes(type)));
}

function* indicatorsByText(texts: readonly string[], find: Find): Steps<readonly (readonly Indicator[])[]> {
  const result: (readonly Indicator[])[] = [];
  let characters = BATCH;
  for (const text of texts) {
    if (characters >= BATCH) {
      yield { message: 'looking for indicators', done: result.length, total: texts.length };
      characters = 0;
    }
    result.push(find(text));
    characters += text.length + 1;
  }
  return result;
}
