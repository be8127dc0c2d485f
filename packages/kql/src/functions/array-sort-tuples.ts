import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Constant, Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { sortedOrder } from '../values/array-order';
import { isArray } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { printJson } from '../values/print-json';
import { callRow } from './call';
import type { TupleRow } from './tuple-row';

const argumentsIn = (call: SyntaxNode): readonly SyntaxNode[] =>
  call.must('ArgumentList').items('Expressions');

/** `array_sort_asc` or `array_sort_desc` of several arrays, as a row that gives one column for each; nothing for any other call. */
export function arraySortTuple(call: SyntaxNode): TupleRow | undefined {
  const { simpleName: name } = call.must('Name');
  if (name !== 'array_sort_asc' && name !== 'array_sort_desc') return undefined;
  const args = argumentsIn(call);
  const flagged = args.at(-1)?.type === 'bool';
  const count = flagged ? args.length - 1 : args.length;
  if (count < 2) return undefined;
  const takes = Array.from({ length: count }, () => 'dynamic' as const);
  return {
    name,
    takes: flagged ? [...takes, 'bool'] : takes,
    columns: takes.map((type, index) => ({ name: String(index), type })),
    nulls: true,
    js:
      (column: string) =>
      (...values: (string | boolean | null)[]): Constant =>
        sortedLike(values, Number(column), name === 'array_sort_desc'),
  };
}

/** One of the arrays that a call gives, for `array_sort_asc(a, b)[1]`; nothing for any other call. */
export function arraySortColumn(call: SyntaxNode, index: bigint, scope: Scope): Scalar | undefined {
  const row = call.kind === 'FunctionCallExpression' ? arraySortTuple(call) : undefined;
  const column = row?.columns[Number(index)];
  if (!row || !column) return undefined;
  const args = argumentsIn(call).map((arg) => scope.compilation.scalar(arg, { ...scope, filter: false }));
  if (args.some(({ type, constant }) => type === 'bool' && typeof constant !== 'boolean'))
    return refuse(`${row.name} of a flag that is not a constant`, call, scope);
  const one = { name: `${row.name}_${column.name}`, takes: row.takes, gives: column.type, nulls: true };
  return callRow({ ...one, js: row.js(column.name) }, args, call, scope);
}

function sortedLike(
  values: readonly (string | boolean | null)[],
  column: number,
  descending: boolean,
): Constant {
  const [first, list] = [values[0], values[column]].map((text) =>
    typeof text === 'string' ? parseJson(text) : null,
  );
  if (!first || !list || !isArray(first) || !isArray(list) || first.length !== list.length) return null;
  return printJson(sortedOrder(first, descending, values.at(-1) !== false).map((at) => list[at] ?? null));
}
