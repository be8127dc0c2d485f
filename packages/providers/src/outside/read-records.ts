import { CasebookError } from '@casebook/core';
import type { PreparedRecords, RecordFormat, RecordReading } from '@casebook/kql';
import { recordFields, scanRecord } from '../convert/csv-records';

const DELIMITERS: Partial<Record<RecordFormat, string>> = {
  csv: ',',
  tsv: '\t',
  psv: '|',
  scsv: ';',
  sohsv: '\x01',
};

const BY_ENDING: Readonly<Record<string, RecordFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  psv: 'psv',
  txt: 'txt',
  json: 'multijson',
  jsonl: 'json',
  ndjson: 'json',
};

/** Records as JSON texts, one a record. */
export interface Records {
  readonly shape: PreparedRecords['shape'];
  readonly records: readonly string[];
}

/** Splits a file's text into records as `externaldata` does: by the format asked for, else by the name's ending, else csv. */
export const readRecords = (name: string, text: string, reading: RecordReading): Records => {
  const ending = name.replace(/\.gz$/i, '').split('.').at(-1)?.toLowerCase() ?? '';
  const format =
    reading.format ?? (Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined) ?? 'csv';
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const from = reading.ignoreFirstRecord ? 1 : 0;
  if (format === 'json' || format === 'multijson')
    return { shape: 'document', records: documents(name, plain, format).slice(from) };
  const delimiter = DELIMITERS[format];
  const fields =
    delimiter === undefined
      ? (format === 'raw' ? [plain] : linesOf(plain)).map((line) => [line])
      : delimitedRecords(name, plain, delimiter);
  return { shape: 'array', records: fields.slice(from).map((record) => JSON.stringify(record)) };
};

/** Splits delimited text into the fields of its records; a record may go on over several lines within quotes. */
export const delimitedRecords = (name: string, text: string, delimiter: string): string[][] => {
  const bytes = Buffer.from(text, 'utf8');
  const found: string[][] = [];
  for (let at = 0; at < bytes.length;) {
    const record = scanRecord(bytes, at, bytes.length, delimiter.charCodeAt(0));
    if (record.fault !== undefined)
      throw unreadable(
        name,
        `record ${found.length + 1}: ${record.fault === 'cut' ? 'a quote is never closed' : record.fault}`,
      );
    const line = bytes.subarray(at, record.end).toString('utf8');
    if (line !== '') found.push(recordFields(line, delimiter));
    at = record.next;
  }
  return found;
};

const linesOf = (text: string): string[] => {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
};

/** The error for a file that is mapped, but cannot be read. */
export const unreadable = (name: string, why: string): CasebookError =>
  new CasebookError('InvalidSource', `unreadable file: ${name}`, { help: `${why}.` });

/** The objects of a JSON text: one a line, or values one after another, lists taken apart. */
const documents = (name: string, text: string, format: 'json' | 'multijson'): string[] => {
  const pieces = format === 'json' ? linesOf(text).filter((line) => line.trim() !== '') : [text];
  const parsed = pieces.flatMap((piece): unknown[] => {
    const value = parsedOf(piece);
    if (value !== undefined) return Array.isArray(value.value) ? value.value : [value.value];
    const lines = linesOf(piece)
      .filter((line) => line.trim() !== '')
      .map(parsedOf);
    if (lines.includes(undefined)) throw unreadable(name, 'it is no JSON');
    return lines.map((line) => line?.value);
  });
  return parsed.map((value) => JSON.stringify(value));
};

const parsedOf = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};
