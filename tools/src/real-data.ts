import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Frame, type ColumnInfo } from '@casebook/core';

/** The folder of recorded incidents beside the repository, where it is there; it is no part of the repository. */
export const REAL_DATA: string | undefined = ['../..', '../../..']
  .map((up) => join(__dirname, up, '../shared/data/real'))
  .find((path) => existsSync(path));

/** The text of a recording. Only to be called where {@link REAL_DATA} is there. */
export const realText = (name: string): string => readFileSync(join(REAL_DATA as string, name), 'utf8');

/** The objects of a recording with one JSON object a line. */
export const realObjects = (name: string): readonly Readonly<Record<string, unknown>>[] =>
  realText(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

/** A recorded CSV as a frame of the columns that its header names, all strings but those whose type is told; a nameless column is left out. */
export function realCsv(name: string, types: Readonly<Record<string, ColumnInfo['type']>>): Frame {
  const text = realText(name);
  const [header = ''] = text.split(/\r?\n/, 1);
  const columns = header
    .split(',')
    .filter((column) => column !== '')
    .map((column) => ({ name: column, type: types[column] ?? 'string' }));
  return Frame.fromCsv(text, columns);
}
