import { calledTable } from '../expressions/calls';
import type { PlanNode } from '../plan/relation';
import { planColumns } from '../plan/shape';
import { quoteText } from '../sql/quote-sql';
import { shared } from '../plan/shared';
import type { Operator } from './operator';
import { outsideRows } from '../plan/scope';

/** `render`: rows pass; the kind of chart goes with the statement. */
export const renderOperator: Operator = (node, input, scope) => {
  scope.compilation.flags.visualization = node.must('ChartType').text;
  return input;
};

/** `as`: gives the rows a name for the rest of the query. */
export const asOperator: Operator = (node, input, scope) => {
  const named = shared(input, scope);
  const name = node.must('Name').simpleName;
  scope.compilation.aliases.set(name, named);
  return { ...named, label: name };
};

/** `invoke`. */
export const invokeOperator: Operator = (node, input, scope) =>
  calledTable(node.must('Function'), outsideRows(scope), input);

const NET_TYPES = {
  bool: 'System.SByte',
  int: 'System.Int32',
  long: 'System.Int64',
  real: 'System.Double',
  decimal: 'System.Data.SqlTypes.SqlDecimal',
  string: 'System.String',
  datetime: 'System.DateTime',
  timespan: 'System.TimeSpan',
  guid: 'System.Guid',
  dynamic: 'System.Object',
} as const;

/** `getschema`. */
export const getSchemaOperator: Operator = (_node, input, scope) => {
  const columns = planColumns(
    [
      { name: 'ColumnName', type: 'string' },
      { name: 'ColumnOrdinal', type: 'int' },
      { name: 'DataType', type: 'string' },
      { name: 'ColumnType', type: 'string' },
    ],
    scope,
  );
  const rows = input.columns.map(({ name, type }, index) => [
    quoteText(name),
    `${index}::INTEGER`,
    quoteText(NET_TYPES[type]),
    quoteText(type),
  ]);
  const plan: PlanNode = { kind: 'values', ids: columns.map(({ id }) => id), rows };
  return { node: plan, columns, order: [] };
};
