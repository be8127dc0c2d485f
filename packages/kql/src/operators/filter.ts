import { convert } from '../functions/convert';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { filtered } from '../plan/shape';
import { timeBounds } from '../plan/time-bounds';
import { Windows } from '../plan/windows';
import type { Operator } from './operator';
import { condition as searchCondition } from './search';

/** `where`. */
export const filterOperator: Operator = (node, input, scope) => {
  const windows = new Windows(scope.compilation.names);
  const conditions = conjuncts(node.must('Condition'));
  const early = conditions.filter((condition) => readsOnly(condition, input.unique?.left));
  const late = conditions.filter((condition) => !early.includes(condition));
  const tests = late.map((condition) => meeting(condition, { ...scope, windows }));
  return kept(chosenFrom(windows.over(input), early, scope), tests);
};

type Test = (rows: Relation) => Relation;

function meeting(condition: SyntaxNode, scope: Scope): Test {
  const inside = { ...scope, filter: true };
  if (comparesAny(condition)) {
    const anywhere = searchCondition(condition, false, inside);
    return (rows) => filtered(rows, anywhere);
  }
  const value = scope.compilation.scalar(condition, inside);
  const truth = convert(value, 'bool', scope) ?? refuse(`${value.type} as a condition`, condition, scope);
  const bounds = timeBounds(condition, inside);
  return (rows) => filtered(rows, truth.sql, bounds);
}

/** Whether any column may meet a part of a condition: `* has "term"`. */
const comparesAny = (node: SyntaxNode): boolean =>
  node.part('Left')?.kind === 'StarExpression' ||
  (LOGICAL.test(node.kind) && node.children.some(comparesAny));

const LOGICAL = /^(And|Or|Parenthesized|FunctionCall)Expression$|List$|^SeparatedElement$/;

/** The rows that meet all tests; what narrows the left of a join below narrows it still. */
function kept(rows: Relation, tests: readonly Test[]): Relation {
  const result = tests.reduce((so, test) => test(so), rows);
  const { unique } = rows;
  return unique
    ? { ...result, unique: { ...unique, over: (left) => kept(unique.over(left), tests) } }
    : result;
}

/**
 * A join that keeps one row of each key on its left chooses among the rows that meet the filters directly behind it.
 * See https://learn.microsoft.com/kusto/query/join-innerunique
 */
function chosenFrom(input: Relation, conditions: readonly SyntaxNode[], scope: Scope): Relation {
  const { unique } = input;
  if (!unique || conditions.length === 0) return input;
  const row = { ...unique.left, serialized: false };
  const tests = conditions.map((condition) => meeting(condition, { ...scope, row }));
  return unique.over(tests.reduce((left, test) => test(left), unique.left));
}

/** Whether a condition reads columns, and only those that a relation has. */
function readsOnly(condition: SyntaxNode, relation: Relation | undefined): boolean {
  if (!relation) return false;
  const names = columnsIn(condition);
  return names.length > 0 && names.every((name) => relation.columns.some((column) => column.name === name));
}

const columnsIn = (node: SyntaxNode): readonly string[] =>
  node.kind === 'NameReference' && node.symbolKind === 'ColumnSymbol'
    ? [node.simpleName]
    : node.children.flatMap(columnsIn);

function conjuncts(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'ParenthesizedExpression') return conjuncts(node.must('Expression'));
  if (node.kind !== 'AndExpression') return [node];
  return [...conjuncts(node.must('Left')), ...conjuncts(node.must('Right'))];
}
