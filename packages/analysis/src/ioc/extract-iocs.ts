import { CasebookError, encodeColumn, Frame, type ColumnData, type TextColumn } from '@casebook/core';
import { requireColumn } from '../columns/require-column';
import { runInSlices, runNow, type AsyncOptions, type Steps } from '../run/steps';
import { findIndicators, type CustomIocType, type FindOptions, type Indicator } from './find-indicators';
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
  /** `'msticpy'` gives the original's four columns, and leaves defanged indicators as they stand. */
  readonly compatibility?: 'msticpy';
}

const PATHS: readonly IocType[] = ['windows_path', 'linux_path'];
/** How many distinct texts are searched between two pauses. */
const BATCH = 50;

/**
 * Finds indicators of compromise: one row each with `IoCType`, `Observable` (string, no longer defanged), `SourceIndex` (long, the row, from 0), `Input`
 * (string, the cell), then `SourceColumn` (string) and `Position` (long, UTF-16 units), in the order of rows, columns and positions; each once
 * a cell. A host within a URL is an indicator of its own.
 *
 * MSTICPy's `IoCExtract` takes `999.1.1.1`, file names and trailing quotes, stops at empty cells, and leaves `1[.]2[.]3[.]4` defanged; here addresses
 * are in range, hosts end in a public suffix and are no files, and null cells hold nothing.
 *
 * Errors: `UnknownColumn`, `TypeMismatch`, `InvalidParameter`. Linear in the text; a repeated text is searched once.
 */
export const extractIocs = (frame: Frame, options: ExtractIocsOptions): Frame =>
  runNow(iocSteps(frame, options));

/** `extractIocs` in slices of 50 ms, with a signal and progress; errors also `QueryAborted`. */
export const extractIocsAsync = (frame: Frame, options: ExtractIocsOptions & AsyncOptions): Promise<Frame> =>
  runInSlices(iocSteps(frame, options), options);

interface Found extends Indicator {
  readonly row: number;
  readonly input: string;
  readonly column: string;
}

function* iocSteps(frame: Frame, options: ExtractIocsOptions): Steps<Frame> {
  const { columns, customTypes, ignoreTlds = false, compatibility } = options;
  if (columns.length === 0)
    throw new CasebookError('InvalidParameter', 'missing columns to search for indicators');
  const find: FindOptions = { types: typesOf(options), customTypes, anySuffix: ignoreTlds };
  const found: Found[] = [];
  for (const name of columns) {
    const { data } = requireColumn(frame, name, ['string', 'dynamic', 'guid']);
    const byCode = yield* indicatorsByText((data as TextColumn).dictionary, find);
    found.push(...foundIn(data, name, byCode));
  }
  if (columns.length > 1) found.sort((a, b) => a.row - b.row);
  return compatibility === 'msticpy' ? originalFrame(found) : foundFrame(found);
}

function typesOf({ types, includePaths = false }: ExtractIocsOptions): readonly IocType[] {
  const all = Object.keys(PATTERNS) as IocType[];
  const unknown = types?.find((type) => !all.includes(type));
  if (unknown !== undefined)
    throw new CasebookError('InvalidParameter', `unknown indicator type: ${unknown}`, {
      help: `One of: ${all.join(', ')}.`,
    });
  return types ?? all.filter((type) => includePaths || !PATHS.includes(type));
}

function* indicatorsByText(
  texts: readonly string[],
  find: FindOptions,
): Steps<readonly (readonly Indicator[])[]> {
  const result: (readonly Indicator[])[] = [];
  for (const text of texts) {
    if (result.length % BATCH === 0)
      yield { message: 'looking for indicators', done: result.length, total: texts.length };
    result.push(findIndicators(text, find));
  }
  return result;
}

function foundIn(
  data: ColumnData,
  column: string,
  byCode: readonly (readonly Indicator[])[],
): readonly Found[] {
  const { codes, dictionary, validity } = data as TextColumn;
  const found: Found[] = [];
  codes.forEach((code, row) => {
    if (validity && !validity[row]) return;
    for (const indicator of byCode[code] ?? [])
      found.push({ ...indicator, row, column, input: dictionary[code] as string });
  });
  return found;
}

const cells = (found: readonly Found[], observable: (one: Found) => string): Frame =>
  new Frame([
    {
      name: 'IoCType',
      data: encodeColumn(
        'string',
        found.map(({ type }) => type),
        'IoCType',
      ),
    },
    { name: 'Observable', data: encodeColumn('string', found.map(observable), 'Observable') },
    {
      name: 'SourceIndex',
      data: encodeColumn(
        'long',
        found.map(({ row }) => row),
        'SourceIndex',
      ),
    },
    {
      name: 'Input',
      data: encodeColumn(
        'string',
        found.map(({ input }) => input),
        'Input',
      ),
    },
  ]);

const originalFrame = (found: readonly Found[]): Frame => cells(found, ({ matched }) => matched);

const foundFrame = (found: readonly Found[]): Frame =>
  new Frame([
    ...cells(found, ({ observable }) => observable).data,
    {
      name: 'SourceColumn',
      data: encodeColumn(
        'string',
        found.map(({ column }) => column),
        'SourceColumn',
      ),
    },
    {
      name: 'Position',
      data: encodeColumn(
        'long',
        found.map(({ position }) => position),
        'Position',
      ),
    },
  ]);
