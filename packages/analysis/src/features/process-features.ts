import { encodeColumn, Frame, type Cell, type Column, type KqlType } from '@casebook/core';
import { requireColumn } from '../columns/require-column';
import { codePointCount, codePointSum, delimiterCount, delimiterHash, textHash } from './text-scores';

/** What `processFeatures` is told. */
export interface ProcessFeaturesOptions {
  /** The column of the image path; default `NewProcessName`. */
  readonly pathColumn?: string;
  /** The column of the command line; default `CommandLine`. */
  readonly commandColumn?: string;
  /** The column of the logon session; default `SubjectLogonId`. */
  readonly sessionColumn?: string;
  /** What parts a path; default `/` where one of the first ten paths holds one, else `\`. */
  readonly pathSeparator?: '/' | '\\';
}

const SYSTEM_SESSIONS: readonly string[] = ['0x3e7', '-1'];
/** How many rows tell which system the paths are of. */
const LOOKED_AT = 10;

/**
 * Adds numbers that describe a process: `processName` (string, the last part of the path), `pathScore` (long, sum of code
 * points), `pathLogScore` (real, log10 of it, 0 for 0), `pathHash` (long, CRC-32), `commandlineLen` (long, code points),
 * `commandlineLogLen` (real), `commandlineTokensFull` (long, delimiters), `commandlineScore` (long, sum of code points),
 * `commandlineTokensHash` (long, CRC-32 of the delimiters), `isSystemSession` (bool). Empty texts score 0.
 * Errors: `UnknownColumn`, `TypeMismatch`. O(n); repeated texts are scored once.
 * Source: MSTICPy `add_process_features`; columns and values are the same, but that there columns of these names stay unless forced.
 */
export function processFeatures(frame: Frame, options: ProcessFeaturesOptions = {}): Frame {
  const {
    pathColumn = 'NewProcessName',
    commandColumn = 'CommandLine',
    sessionColumn = 'SubjectLogonId',
  } = options;
  const paths = textsOf(frame, pathColumn);
  const commands = textsOf(frame, commandColumn);
  const sessions = textsOf(frame, sessionColumn);
  const separator =
    options.pathSeparator ?? (paths.slice(0, LOOKED_AT).some((path) => path.includes('/')) ? '/' : '\\');
  const added = [
    ofTexts('processName', 'string', paths, (path) => path.split(separator).at(-1) ?? ''),
    ofTexts('pathScore', 'long', paths, codePointSum),
    ofTexts('pathLogScore', 'real', paths, (path) => logarithm(codePointSum(path))),
    ofTexts('pathHash', 'long', paths, textHash),
    ofTexts('commandlineLen', 'long', commands, codePointCount),
    ofTexts('commandlineLogLen', 'real', commands, (command) => logarithm(codePointCount(command))),
    ofTexts('commandlineTokensFull', 'long', commands, delimiterCount),
    ofTexts('commandlineScore', 'long', commands, codePointSum),
    ofTexts('commandlineTokensHash', 'long', commands, delimiterHash),
    ofTexts('isSystemSession', 'bool', sessions, (session) => SYSTEM_SESSIONS.includes(session)),
  ];
  const names = new Set(added.map(({ name }) => name));
  return new Frame([...frame.data.filter(({ name }) => !names.has(name)), ...added], {
    source: frame.source,
    notices: frame.notices,
  });
}

const logarithm = (value: number): number => (value === 0 ? 0 : Math.log10(value));

function textsOf(frame: Frame, name: string): readonly string[] {
  requireColumn(frame, name);
  return frame.values(name).map((cell) => (cell === null ? '' : String(cell)));
}

function ofTexts(
  name: string,
  type: KqlType,
  texts: readonly string[],
  score: (text: string) => Cell,
): Column {
  const known = new Map<string, Cell>();
  const cells = texts.map((text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = score(text);
    known.set(text, value);
    return value;
  });
  return { name, data: encodeColumn(type, cells, name) };
}
