import type { ColumnInfo } from '@casebook/core';
import { convert } from '../../functions/convert';
import { kqlTypeNamed } from '../../parser/kql-type-of';
import type { SyntaxNode } from '../../parser/syntax-node';
import { DiscoveryRequest } from '../../plan/discovery-request';
import { refuse } from '../../plan/refusal';
import type { PlanColumn, PlanNode, Relation } from '../../plan/relation';
import type { Scope } from '../../plan/scope';
import { computed, kept, planColumns, project, type Computed } from '../../plan/shape';
import { quoteId, quoteText } from '../../sql/quote-sql';
import { parseJson } from '../../values/parse-json';
import { discoveryPlace } from './discovery-place';
import { argumentsByName, columnArgument, constantArgument } from './plugin-arguments';
import { schemaText } from './schema-text';

interface Unpacking {
  readonly bag: PlanColumn;
  readonly others: readonly PlanColumn[];
  readonly prefix: string;
  readonly conflict: 'error' | 'replace_source' | 'keep_source';
  readonly ignored: ReadonlySet<string>;
}

/**
 * The plugin `bag_unpack`: one column for each name in the bags. Source columns come first, then the names in order;
 * a name that is also a source column stands where that column stood.
 * See https://learn.microsoft.com/kusto/query/bag-unpack-plugin
 */
export function bagUnpack(node: SyntaxNode, input: Relation, scope: Scope): Relation {
  const unpacking = readUnpacking(node, input, scope);
  const declared = declaredColumns(node, unpacking, scope);
  if (!declared) throw discovery(node, input, unpacking, scope);
  const items = declared.map((column) => item(column, unpacking, node, scope));
  return project(input, items, scope);
}

function readUnpacking(node: SyntaxNode, input: Relation, scope: Scope): Unpacking {
  const call = node.must('FunctionCall');
  const names = ['Column', 'OutputColumnPrefix', 'columnsConflict', 'ignoredProperties'];
  const given = argumentsByName(call, names, scope);
  const bag = columnArgument(given.get('Column'), input, call, scope);
  if (bag.type !== 'dynamic') return refuse(`bag_unpack of a ${bag.type}`, call, scope);
  const constant = (name: string, otherwise: string): string => {
    const argument = given.get(name);
    return argument ? String(constantArgument(argument, call, scope).constant) : otherwise;
  };
  const conflict = constant('columnsConflict', 'error');
  if (conflict !== 'error' && conflict !== 'replace_source' && conflict !== 'keep_source')
    return refuse(`columnsConflict: ${conflict}`, call, scope);
  const ignored = parseJson(constant('ignoredProperties', '[]'));
  if (!Array.isArray(ignored)) return refuse('ignoredProperties that is not an array', call, scope);
  return {
    bag,
    others: input.columns.filter((one) => one !== bag),
    prefix: constant('OutputColumnPrefix', ''),
    conflict,
    ignored: new Set(ignored.map(String)),
  };
}

/** The columns that the schema clause declares; `*` stands for the source columns. */
function declaredColumns(
  node: SyntaxNode,
  { others }: Unpacking,
  scope: Scope,
): readonly ColumnInfo[] | undefined {
  const schema = node.part('Schema')?.must('Schema');
  if (!schema) return undefined;
  const own = schema.items('Columns').map((column): ColumnInfo => {
    const type = kqlTypeNamed(column.must('Type').text);
    return { name: column.must('Name').simpleName, type: type ?? refuse('type of a column', column, scope) };
  });
  const all = schema.children.some(({ kind }) => kind === 'AsteriskToken');
  return all ? [...others.filter(({ name }) => !own.some((one) => one.name === name)), ...own] : own;
}

function item(declared: ColumnInfo, unpacking: Unpacking, node: SyntaxNode, scope: Scope): Computed {
  const { others, conflict, prefix, ignored } = unpacking;
  const same = others.find(({ name, type }) => name === declared.name && type === declared.type);
  const key = declared.name.startsWith(prefix) ? declared.name.slice(prefix.length) : undefined;
  if (same && conflict !== 'replace_source') return kept(same);
  if (key === undefined || ignored.has(key))
    return same ? kept(same) : refuse(`column that no bag has: ${declared.name}`, node, scope);
  const value = unpacked(unpacking.bag, key, declared, node, scope);
  if (!same) return value;
  const found = `bool_or(json_type(${member(unpacking.bag, key)}) IS NOT NULL) OVER ()`;
  return { ...value, sql: `CASE WHEN ${found} THEN ${value.sql} ELSE ${quoteId(same.id)} END` };
}

const member = (bag: PlanColumn, key: string): string =>
  `json_extract(${quoteId(bag.id)}, ${quoteText(`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)})`;

function unpacked(
  bag: PlanColumn,
  key: string,
  declared: ColumnInfo,
  node: SyntaxNode,
  scope: Scope,
): Computed {
  const sql = `nullif(CAST(${member(bag, key)} AS VARCHAR), 'null')`;
  const value = convert({ type: 'dynamic', sql }, declared.type, scope);
  return computed(declared.name, value ?? refuse(`bag_unpack to ${declared.type}`, node, scope));
}

function discovery(node: SyntaxNode, input: Relation, unpacking: Unpacking, scope: Scope): DiscoveryRequest {
  const [key, types] = ['key', 'types'];
  const columns = planColumns(
    [key, types].map((name) => ({ name, type: 'string' as const })),
    scope,
  );
  const [keyId, typesId] = columns.map(({ id }) => quoteId(id));
  const j = quoteId(unpacking.bag.id);
  const plan: PlanNode = {
    kind: 'template',
    inputs: [input.node],
    pieces: [
      `SELECT k AS ${keyId}, array_to_string(list_sort(list(DISTINCT coalesce(json_type(json_extract(j, '/' || replace(replace(k, '~', '~0'), '/', '~1'))), 'NULL'))), ',') AS ${typesId} FROM (SELECT unnest(json_keys(${j})) AS k, ${j} AS j FROM `,
      ` WHERE json_type(${j}) = 'OBJECT') GROUP BY k`,
    ],
  };
  return new DiscoveryRequest({ node: plan, columns, order: [] }, discoveryPlace(node, scope), (rows) => {
    const found = [...rows.rows()]
      .filter((row) => !unpacking.ignored.has(String(row[key])))
      .map((row): ColumnInfo => {
        return {
          name: `${unpacking.prefix}${String(row[key])}`,
          type: bagType(String(row[types]).split(',')),
        };
      });
    return schemaText(arranged(found, unpacking, node, scope));
  });
}

function arranged(
  found: readonly ColumnInfo[],
  { others, conflict }: Unpacking,
  node: SyntaxNode,
  scope: Scope,
): readonly ColumnInfo[] {
  const source = new Map(others.map((column) => [column.name, column] as const));
  const clash = found.find(({ name }) => source.has(name));
  if (clash && conflict === 'error')
    return refuse(`bag_unpack onto an existing column: ${clash.name}`, node, scope);
  const unpacked = new Map(found.map((column) => [column.name, column] as const));
  const kept = others.map((column) => (conflict === 'replace_source' && unpacked.get(column.name)) || column);
  const added = found.filter(({ name }) => !source.has(name));
  return [...kept, ...added.sort((a, b) => (a.name < b.name ? -1 : 1))];
}

function bagType(types: readonly string[]): ColumnInfo['type'] {
  const kinds = new Set(types.filter((type) => type !== 'NULL').map((type) => JSON_TYPES[type] ?? 'dynamic'));
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : 'dynamic';
}

const JSON_TYPES: Readonly<Record<string, ColumnInfo['type']>> = {
  BIGINT: 'long',
  UBIGINT: 'long',
  DOUBLE: 'real',
  VARCHAR: 'string',
  BOOLEAN: 'bool',
};
