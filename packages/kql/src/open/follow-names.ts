import type { SyntaxNode } from '../parser/syntax-node';
import { named } from '../operators/named-expression';
import { parameter } from '../operators/operator';

/** What became of a column of an aggregation: its name in the answer, or the operator that lost it. */
export type Followed = { readonly name: string } | { readonly lost: string };

type Step = (name: string, operator: SyntaxNode) => string | undefined;

const same: Step = (name) => name;

const overwritten: Step = (name, operator) =>
  operator.items('Expressions').some((item) => named(item).names.includes(name)) ? undefined : name;

const projected: Step = (name, operator) => {
  for (const item of operator.items('Expressions')) {
    const { names, expression } = named(item);
    if (expression.kind === 'NameReference' && expression.simpleName === name) return names[0] ?? name;
  }
  return undefined;
};

const renamed: Step = (name, operator) => {
  for (const item of operator.items('Expressions')) {
    const { names, expression } = named(item);
    if (expression.simpleName === name) return names[0];
    if (names[0] === name) return undefined;
  }
  return name;
};

const chosen: Step = (name, operator) =>
  operator.columns.length === 0 || operator.columns.some((column) => column.name === name) ? name : undefined;

const expanded: Step = (name, operator) =>
  operator
    .items('Expressions')
    .some((item) => [item.text, ...named(item.part('Expression') ?? item).names].includes(name))
    ? undefined
    : name;

const LEFT_JOINS = /^(inner|innerunique|leftouter|leftsemi|leftanti|anti|leftantisemi)$/;

const joined: Step = (name, operator) =>
  LEFT_JOINS.test(parameter(operator, 'kind') ?? 'inner') ? name : undefined;

const STEPS: Readonly<Record<string, Step>> = {
  FilterOperator: same,
  SortOperator: same,
  TopOperator: same,
  TakeOperator: same,
  SampleOperator: same,
  SerializeOperator: overwritten,
  RenderOperator: same,
  AsOperator: same,
  ConsumeOperator: same,
  ExtendOperator: overwritten,
  ProjectOperator: projected,
  ProjectRenameOperator: renamed,
  ProjectAwayOperator: chosen,
  ProjectKeepOperator: chosen,
  ProjectReorderOperator: same,
  MvExpandOperator: expanded,
  ParseOperator: chosen,
  ParseWhereOperator: chosen,
  ParseKvOperator: chosen,
  LookupOperator: joined,
  JoinOperator: joined,
};

/** Follows a column through the operators after the one that made it. */
export function followName(name: string, operators: readonly SyntaxNode[]): Followed {
  let current = name;
  for (const operator of operators) {
    const next = STEPS[operator.kind]?.(current, operator);
    if (next === undefined) return { lost: operator.children[0]?.text ?? operator.kind };
    current = next;
  }
  return { name: current };
}
