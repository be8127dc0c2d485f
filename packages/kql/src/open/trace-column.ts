import type { SyntaxNode } from '../parser/syntax-node';
import { named } from '../operators/named-expression';

/** Where a column of an answer comes from: one that an aggregation made, or what computed it since; `joins` are the operators on the way that bring columns of their own. */
export type Traced =
  { readonly name: string; readonly joins: readonly string[] } | { readonly computed: true };

type Step = (name: string, operator: SyntaxNode) => string | undefined;

/** The column that an item of a list gives another name, where it is no more than that. */
const reference = (item: SyntaxNode): string | undefined => {
  const { expression } = named(item);
  return expression.kind === 'NameReference' ? expression.simpleName : undefined;
};

const extended: Step = (name, operator) => {
  const item = [...operator.items('Expressions')].reverse().find((one) => named(one).names.includes(name));
  return item ? reference(item) : name;
};

const projected: Step = (name, operator) => {
  const items = operator.items('Expressions');
  const item = items.find((one) => (named(one).names[0] ?? reference(one)) === name);
  return item && reference(item);
};

const renamed: Step = (name, operator) => {
  const item = operator.items('Expressions').find((one) => named(one).names[0] === name);
  return item ? reference(item) : name;
};

const expanded: Step = (name, operator) => {
  const items = operator.items('Expressions').map((one) => one.part('Expression') ?? one);
  const item = items.find((one) => named(one).names.includes(name));
  return item ? reference(item) : name;
};

const STEPS: Readonly<Record<string, Step>> = {
  ExtendOperator: extended,
  SerializeOperator: extended,
  ProjectOperator: projected,
  ProjectRenameOperator: renamed,
  MvExpandOperator: expanded,
};

const BRINGING = /^(Join|Lookup)Operator$/;

/** Follows a column back through the operators after an aggregation, as far as they only rename it. */
export function traceColumn(column: string, later: readonly SyntaxNode[]): Traced {
  const joins: string[] = [];
  let name = column;
  for (const operator of [...later].reverse()) {
    if (BRINGING.test(operator.kind)) joins.push(operator.children[0]?.text ?? operator.kind);
    const before = (STEPS[operator.kind] ?? ((same) => same))(name, operator);
    if (before === undefined) return { computed: true };
    name = before;
  }
  return { name, joins };
}
