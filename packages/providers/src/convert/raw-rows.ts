import { sqlText, sqlTexts } from '../engine/sql-text';

const MAX_LINE = 16 * 2 ** 20;

/** The rows of a clean CSV file, every cell as VARCHAR in `c0`, `c1` …. */
export const csvRows = (path: string, fields: number, delimiter: string, parallel: boolean): string => {
  const columns = Array.from({ length: fields }, (_, index) => `c${index}: 'VARCHAR'`);
  const options = [
    `columns = {${columns.join(', ')}}`,
    'auto_detect = false',
    'header = true',
    `delim = ${sqlText(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `nullstr = ''`,
    `max_line_size = ${MAX_LINE}`,
    `parallel = ${parallel}`,
  ];
  return `read_csv(${sqlText(path)}, ${options.join(', ')})`;
};

/** The lines of a file as `line`; those that the engine cannot hold are kept in `reject_errors` where that is asked. */
export const textLines = (path: string, storeRejects: boolean): string => {
  const options = [
    `columns = {line: 'VARCHAR'}`,
    'auto_detect = false',
    'header = false',
    `delim = E'\\x01'`,
    `quote = ''`,
    `escape = ''`,
    'strict_mode = false',
    `max_line_size = ${MAX_LINE}`,
    storeRejects ? 'store_rejects = true' : 'ignore_errors = true',
  ];
  return `read_csv(${sqlText(path)}, ${options.join(', ')})`;
};

/** SQL that tells whether a line is a row. */
export const IS_ROW = `coalesce(CASE WHEN json_valid(line) THEN json_type(line) = 'OBJECT' END, false)`;

/**
 * The lines of a file that are rows, as `line`. The guard is within the value: the engine may run a condition that reads
 * the JSON before one that checks it.
 */
export const rowLines = (path: string): string =>
  `(SELECT line FROM (SELECT CASE WHEN ${IS_ROW} THEN line END AS line FROM ${textLines(path, false)}) WHERE line IS NOT NULL)`;

/** A JSON pointer to a key of an object. */
export const keyPointer = (key: string): string => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The rows of a file of JSON lines: `line` is the whole, `s` holds the keys' values as texts, `d` as JSON, both in the order of the keys. */
export const jsonRows = (path: string, keys: readonly string[]): string => {
  const pointers = sqlTexts(keys.map(keyPointer));
  const values =
    keys.length === 0
      ? 'CAST([] AS VARCHAR[]) AS s, CAST([] AS JSON[]) AS d'
      : `json_extract_string(line, ${pointers}) AS s, json_extract(line, ${pointers}) AS d`;
  return `(SELECT line, ${values} FROM ${rowLines(path)})`;
};
