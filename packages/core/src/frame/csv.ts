import { CasebookError } from '../error/casebook-error';
import type { ColumnInfo } from './cell';
import { cellReader } from './cell-reader';
import type { Column, ColumnData } from './column';
import type { Columnar } from './columnar';
import { encodeColumn } from './encode-column';
import type { KqlType } from './kql-type';

/** What a spreadsheet may take for a formula, after quotation marks of our own. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const GUARDED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const SPECIAL = /[",;\t\r\n]|^\s|\s$/;

const quoted = (text: string): string => (SPECIAL.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

const guarded = (text: string): string => quoted(FORMULA.test(text) ? `'${text}` : text);

const unguarded = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);

const textWriter = (data: ColumnData): ((row: number) => string) => {
  if (data.type === 'dynamic') {
    const { codes, dictionary, validity } = data;
    return (row) => (validity && !validity[row] ? '' : guarded(dictionary[codes[row] as number] as string));
  }
  const read = cellReader(data);
  const write = data.type === 'string' ? guarded : quoted;
  return (row) => {
    const cell = read(row);
    return cell === null ? '' : write(Object.is(cell, -0) ? '-0' : String(cell));
  };
};

/** See `Frame.toCsv`. */
export const toCsv = (frame: Columnar): string => {
  const writers = frame.data.map(({ data }) => textWriter(data));
  const lines = [frame.data.map(({ name }) => guarded(name)).join(',')];
  for (let row = 0; row < frame.rowCount; row++) lines.push(writers.map((write) => write(row)).join(','));
  return lines.map((line) => `${line}\r\n`).join('');
};

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/** The fields of each record of an RFC 4180 text; a stray quotation mark is an `InvalidValue` error with the record's number. */
export const parseCsv = (text: string): string[][] => {
  const records: string[][] = [];
  const field = new RegExp(FIELD);
  let record: string[] = [];
  while (field.lastIndex < text.length || record.length > 0) {
    const match = field.exec(text);
    if (!match)
      throw new CasebookError('InvalidValue', `stray quotation mark in record ${records.length + 1}`);
    record.push(match[1]?.replace(/""/g, '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
};

const BOOLS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

const readCell = (type: KqlType, text: string): unknown => {
  if (type === 'string') return unguarded(text);
  if (text === '') return null;
  if (type === 'dynamic') return JSON.parse(unguarded(text));
  if (type === 'bool') return BOOLS.get(text.toLowerCase()) ?? text;
  if (type === 'int' || type === 'real')
    return /^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
  return text;
};

/** See `Frame.fromCsv`. */
export const fromCsv = (text: string, columns: readonly ColumnInfo[]): Column[] => {
  const [header = [], ...records] = parseCsv(text.replace(/^\ufeff/, ''));
  const names = header.map(unguarded);
  const ragged = records.findIndex((record) => record.length !== names.length);
  if (ragged >= 0)
    throw new CasebookError('InvalidValue', `record of ${records[ragged]?.length} fields: ${ragged + 2}`, {
      help: `The header has ${names.length}.`,
    });
  return columns.map(({ name, type }) => {
    const at = names.indexOf(name);
    if (at < 0)
      throw new CasebookError('UnknownColumn', `unknown column: ${JSON.stringify(name)}`, {
        help: `Columns: ${names.join(', ')}.`,
      });
    const cells = records.map((record) => readCell(type, record[at] as string));
    return { name, data: encodeColumn(type, cells, name) };
  });
};
