import { columnReference } from '../expressions/names-and-paths';
import { refuse } from '../plan/refusal';
import type { PlanColumn } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import { constant, quoteText } from '../sql/quote-sql';
import { printJson } from '../values/print-json';
import { convert } from './convert';
import { allArguments, converted, type Call, type SpecialRow } from './special-row';

const asJson = (value: Scalar, call: Call): string =>
  (convert(value, 'dynamic', call.scope) ?? refuse(`${call.name} of a ${value.type}`, call.node, call.scope))
    .sql;

function packArray(call: Call): Scalar {
  if (call.args.some(({ kind }) => kind === 'StarExpression'))
    return refuse('pack_array(*)', call.node, call.scope);
  const values = allArguments(call);
  const items = values.map((value) => `coalesce(${asJson(value, call)}, 'null')`);
  const sql = items.length === 0 ? "'[]'" : `'[' || ${items.join(` || ',' || `)} || ']'`;
  const constants = values.map((value) => convert(value, 'dynamic', call.scope)?.constant);
  return constants.includes(undefined)
    ? { type: 'dynamic', sql }
    : constant('dynamic', `[${constants.map((item) => item ?? 'null').join(',')}]`);
}

function bagPack(call: Call): Scalar {
  const values = allArguments(call);
  const members: string[] = [];
  const names = values.filter((_, index) => index % 2 === 0).map(({ constant: name }) => name);
  if (new Set(names).size !== names.length && !names.includes(undefined)) {
    return refuse('bag_pack with a repeated name', call.node, call.scope);
  }
  for (let index = 0; index + 1 < values.length; index += 2) {
    const value = values[index + 1];
    const name = converted(call, index, 'string');
    const key =
      name.constant === undefined
        ? `CAST(to_json(${name.sql}) AS VARCHAR) || ':'`
        : quoteText(`${JSON.stringify(name.constant)}:`);
    if (value) members.push(`${key} || coalesce(${asJson(value, call)}, 'null')`);
  }
  return {
    type: 'dynamic',
    sql: members.length === 0 ? "'{}'" : `('{' || ${members.join(` || ',' || `)} || '}')`,
  };
}

function packAll(call: Call): Scalar {
  const ignoreEmpty = call.args[0] ? call.arg(0).constant : false;
  if (typeof ignoreEmpty !== 'boolean')
    return refuse('pack_all of a flag that is not a constant', call.node, call.scope);
  return packed(call.scope.row?.columns ?? [], ignoreEmpty, call);
}

/** One bag of columns; null and empty values are left out where they are to be ignored. */
function packed(columns: readonly PlanColumn[], ignoreEmpty: boolean, call: Call): Scalar {
  const members = columns.map((column) => {
    const value = columnReference(column);
    const json = asJson(value, call);
    const name = quoteText(`${JSON.stringify(column.name)}:`);
    if (!ignoreEmpty) return `${name} || coalesce(${json}, 'null')`;
    const given = value.type === 'string' ? `${value.sql} <> ''` : `${value.sql} IS NOT NULL`;
    return `CASE WHEN ${given} THEN ${name} || ${json} END`;
  });
  if (members.length === 0) return constant('dynamic', '{}');
  return { type: 'dynamic', sql: `('{' || concat_ws(',', ${members.join(', ')}) || '}')` };
}

function packColumns(call: Call): Scalar {
  const columns = call.args.map((_, index) => {
    const { column } = call.arg(index);
    const found = call.scope.row?.columns.find(({ id }) => id === column);
    return found ?? refuse(`${call.name} of what is not a column`, call.node, call.scope);
  });
  const repeated = new Set(columns.map(({ id }) => id)).size !== columns.length;
  return repeated
    ? refuse(`${call.name} of a repeated column`, call.node, call.scope)
    : packed(columns, false, call);
}

function columnNames(call: Call): Scalar {
  const [table] = call.args;
  if (!table?.isTabular) return refuse(`${call.name} of what is not a table`, call.node, call.scope);
  const { compilation, bindings } = call.scope;
  const { columns } = compilation.relation(table, { compilation, bindings });
  return constant('dynamic', printJson(columns.map(({ name }) => name)));
}

/** Functions that put values and columns together in arrays and bags. */
export const PACK_SPECIALS: readonly SpecialRow[] = [
  { name: 'pack_array', build: packArray },
  { name: 'bag_pack', aliases: ['pack', 'pack_dictionary'], build: bagPack },
  { name: 'pack_all', build: packAll },
  { name: 'bag_pack_columns', build: packColumns },
  { name: 'column_names_of', build: columnNames },
];
