import { CasebookError } from '@casebook/core';
import type { Engine } from '../engine/engine';
import type { CleanCsv } from './clean-csv';
import { tableNames, type Expectation, type InspectedColumn, type Inspection } from './inspection';
import { exampleOf, type Issue } from './issue';
import { csvRows } from './raw-rows';
import { sniffText } from './sniff-text';

const rejections = ({ rejected, examples }: CleanCsv, { table, file }: Expectation): Issue[] =>
  rejected === 0
    ? []
    : [{ kind: 'rejected line', table, file, count: rejected, example: exampleOf(examples) }];

/** Looks at a clean CSV file. A first column without a name that holds whole numbers is a row number and left out. */
export const inspectCsv = async (
  engine: Engine,
  csv: CleanCsv,
  expected: Expectation,
): Promise<Inspection> => {
  const { table, file, known } = expected;
  const headers = csv.header.map((name) => name.trim());
  if (headers.length === 0) throw new CasebookError('InvalidSource', 'empty file: not even a header');
  const { names, issues } = tableNames(headers, expected);
  const unknown = names.flatMap((name, index) => (known.has(name) ? [] : [`c${index}`]));
  const rows = csvRows(csv.path, headers.length, csv.delimiter, true);
  const types = await sniffText(engine, rows, unknown);
  const columns = names.map((name, index): InspectedColumn => {
    const type = types.get(`c${index}`);
    return { name, source: index, ...(type ? { type } : {}) };
  });
  const numbered = headers[0] === '' && headers.length > 1 && types.get('c0') === 'long';
  const dropped: Issue = {
    kind: 'dropped column',
    table,
    file,
    count: csv.records,
    example: 'the first column has no name and holds row numbers',
  };
  return {
    columns: numbered ? columns.slice(1) : columns,
    rejected: csv.rejected,
    records: csv.records,
    issues: [...rejections(csv, expected), ...(numbered ? [dropped, ...issues.slice(1)] : issues)],
    events: false,
  };
};
