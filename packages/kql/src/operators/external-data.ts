import type { ColumnInfo } from '@casebook/core';
import { RECORD_FORMATS, type PreparedRecords, type RecordReading } from '../contract/outside-files';
import { convert } from '../functions/convert';
import { SPECIALS } from '../functions/catalogue';
import { kqlTypeNamed } from '../parser/kql-type-of';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanNode } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { planColumns } from '../plan/shape';
import { emptyTable } from '../plan/empty-table';
import { noteUnavailable } from '../plan/note-unavailable';
import { quoteId, quoteText } from '../sql/quote-sql';
import type { Source } from './operator';

/** `externaldata (…) [addresses] with (…)`: rows of the files that the workspace maps; nothing is fetched. */
export const externalData: Source = (node, scope) => {
  const declared = node
    .must('Schema')
    .items('Columns')
    .map((column): ColumnInfo => {
      const name = column.must('Name').simpleName;
      const type = kqlTypeNamed(column.must('Type').text);
      return { name, type: type ?? refuse(`type of column ${name}`, column, scope) };
    });
  const addresses = node.items('URIs').map((item) => {
    const { constant } = scope.compilation.scalar(item, scope);
    return typeof constant === 'string'
      ? constant
      : refuse('externaldata of an address that is not a constant', item, scope);
  });
  const found = addresses.flatMap((address) => recordsOf(address, node, scope) ?? []);
  if (found.length === 0) return emptyTable(declared, scope);
  const columns = planColumns(declared, scope);
  const inputs = found.map((records): PlanNode => {
    const cells = declared.map(
      ({ name, type }, index) =>
        `${cellSql(records, { name, type }, index, node, scope)} AS ${quoteId(columns[index]?.id ?? '')}`,
    );
    return {
      kind: 'template',
      inputs: [],
      pieces: [
        `SELECT ${cells.join(', ')} FROM read_csv(${quoteText(records.path)}, columns = {'j': 'VARCHAR'}, header = false, auto_detect = false, delim = chr(1), quote = '', escape = '', max_line_size = 100000000)`,
      ],
    };
  });
  const [only] = inputs;
  return { node: inputs.length === 1 && only ? only : { kind: 'union', inputs }, columns, order: [] };
};

function recordsOf(address: string, node: SyntaxNode, scope: Scope): PreparedRecords | undefined {
  const plain = address.replace(/[?;].*$/s, '');
  const records = scope.compilation.schema.outside?.records(plain, readingOf(node, scope));
  if (!records)
    noteUnavailable(
      'externaldata',
      `No file is mapped to ${plain}: externaldata answers empty, for nothing is fetched.`,
      scope,
    );
  return records;
}

/** The properties behind `with`; others than these two decide which rows come, and are refused. */
function readingOf(node: SyntaxNode, scope: Scope): RecordReading {
  const given = new Map<string, unknown>();
  for (const item of node.part('WithClause')?.items('Properties') ?? []) {
    const value = item.must('Expression');
    given.set(item.must('Name').simpleName.toLowerCase(), value.literal ?? value.text);
  }
  const format = given.get('format');
  const known =
    format === undefined ? undefined : RECORD_FORMATS.find((one) => one === String(format).toLowerCase());
  if (format !== undefined && !known && scope.compilation.schema.outside)
    return refuse(`format of externaldata: ${String(format)}`, node, scope);
  const others = [...given.keys()].filter((name) => !['format', 'ignorefirstrecord'].includes(name));
  if (others.length > 0 && scope.compilation.schema.outside)
    return refuse(`property of externaldata: ${others[0]}`, node, scope);
  return {
    ...(known ? { format: known } : {}),
    ignoreFirstRecord: String(given.get('ignorefirstrecord') ?? false).toLowerCase() === 'true',
  };
}

/** A cell of a record as its column's type: what cannot be read as that is null. */
function cellSql(
  { shape }: PreparedRecords,
  column: ColumnInfo,
  index: number,
  node: SyntaxNode,
  scope: Scope,
): string {
  const { type } = column;
  const value: Scalar =
    shape === 'array'
      ? { type: 'string', sql: `coalesce(json_extract_string(j, '$[${index}]'), '')` }
      : {
          type: 'dynamic',
          sql: `nullif(CAST(json_extract(j, ${quoteText(`/${column.name.replaceAll('~', '~0').replaceAll('/', '~1')}`)}) AS VARCHAR), 'null')`,
        };
  const parse = type === 'dynamic' && value.type === 'string' ? SPECIALS.get('parse_json') : undefined;
  const converted = parse
    ? parse.build({ name: 'parse_json', node, args: [node], scope, arg: () => value })
    : convert(value, type, scope);
  return (converted ?? refuse(`${type} in externaldata`, node, scope)).sql;
}
