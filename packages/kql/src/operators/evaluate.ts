import type { ColumnInfo } from '@casebook/core';
import { argumentsOf } from '../expressions/calls';
import { convert } from '../functions/convert';
import type { SyntaxNode } from '../parser/syntax-node';
import { DiscoveryRequest } from '../plan/discovery-request';
import { refuse } from '../plan/refusal';
import type { PlanColumn, PlanNode, Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { computed, kept, planColumns, project, type Computed } from '../plan/shape';
import { quoteId, quoteText } from '../sql/quote-sql';
import type { Operator } from './operator';
import { pivotPlugin } from './pivot';
import { schemaText } from './schema-text';

/** The plugins of `evaluate`. */
export const PLUGINS: Readonly<Record<string, Operator>> = { bag_unpack: bagUnpack, pivot: pivotPlugin };

/** `evaluate`. */
export const evaluateOperator: Operator = (node, input, scope) => {
  const name = node.must('FunctionCall').must('Name').simpleName;
  const plugin = Object.hasOwn(PLUGINS, name) ? PLUGINS[name] : undefined;
  return plugin ? plugin(node, input, scope) : refuse(`plugin: ${name}`, node.must('FunctionCall'), scope);
};

function bagUnpack(node: SyntaxNode, input: Relation, scope: Scope): Relation {
  const call = node.must('FunctionCall');
  const [bagNode, prefixNode, ...more] = argumentsOf(call);
  if (!bagNode || more.length > 0) return refuse('bag_unpack with these arguments', call, scope);
  const prefix = prefixNode ? scope.compilation.scalar(prefixNode, scope).constant : '';
  const column = input.columns.find(({ name }) => name === bagNode.simpleName);
  if (typeof prefix !== 'string' || column?.type !== 'dynamic')
    return refuse('bag_unpack with these arguments', call, scope);
  const others = input.columns.filter((one) => one !== column);
  if (!node.part('Schema')) throw discovery(node, input, { column, others, prefix }, scope);
  const items = node.columns.map((declared): Computed => {
    const same = others.find(({ name, type }) => name === declared.name && type === declared.type);
    return same ? kept(same) : unpacked(column, declared, prefix, node, scope);
  });
  return project(input, items, scope);
}

function unpacked(
  bag: PlanColumn,
  declared: ColumnInfo,
  prefix: string,
  node: SyntaxNode,
  scope: Scope,
): Computed {
  const key = declared.name.slice(prefix.length).replaceAll('~', '~0').replaceAll('/', '~1');
  const sql = `nullif(CAST(json_extract(${quoteId(bag.id)}, ${quoteText(`/${key}`)}) AS VARCHAR), 'null')`;
  const value = convert({ type: 'dynamic', sql }, declared.type, scope);
  return computed(declared.name, value ?? refuse(`bag_unpack to ${declared.type}`, node, scope));
}

interface Bag {
  readonly column: PlanColumn;
  readonly others: readonly PlanColumn[];
  readonly prefix: string;
}

function discovery(
  node: SyntaxNode,
  input: Relation,
  { column, others, prefix }: Bag,
  scope: Scope,
): DiscoveryRequest {
  const [key, types] = ['key', 'types'];
  const columns = planColumns(
    [
      { name: key, type: 'string' },
      { name: types, type: 'string' },
    ],
    scope,
  );
  const [keyId, typesId] = columns.map(({ id }) => quoteId(id));
  const j = quoteId(column.id);
  const plan: PlanNode = {
    kind: 'template',
    inputs: [input.node],
    pieces: [
      `SELECT k AS ${keyId}, array_to_string(list_sort(list(DISTINCT coalesce(json_type(json_extract(j, '/' || replace(replace(k, '~', '~0'), '/', '~1'))), 'NULL'))), ',') AS ${typesId} FROM (SELECT unnest(json_keys(${j})) AS k, ${j} AS j FROM `,
      ` WHERE json_type(${j}) = 'OBJECT') GROUP BY k`,
    ],
  };
  return new DiscoveryRequest({ node: plan, columns, order: [] }, node.start + node.length, (rows) => {
    const found = [...rows.rows()].map((row): ColumnInfo => {
      return { name: `${prefix}${String(row[key])}`, type: bagType(String(row[types]).split(',')) };
    });
    const clash = found.find(({ name }) => others.some((other) => other.name === name));
    if (clash) return refuse(`bag_unpack onto an existing column: ${clash.name}`, node, scope);
    return schemaText([...others, ...found.sort((a, b) => (a.name < b.name ? -1 : 1))]);
  });
}

function bagType(types: readonly string[]): ColumnInfo['type'] {
  const kinds = new Set(types.filter((type) => type !== 'NULL').map((type) => JSON_TYPES[type] ?? 'dynamic'));
  const [only] = kinds;
  if (kinds.size === 1 && only !== undefined) return only;
  return kinds.size === 2 && kinds.has('long') && kinds.has('real') ? 'real' : 'dynamic';
}

const JSON_TYPES: Readonly<Record<string, ColumnInfo['type']>> = {
  BIGINT: 'long',
  UBIGINT: 'long',
  DOUBLE: 'real',
  VARCHAR: 'string',
  BOOLEAN: 'bool',
};
