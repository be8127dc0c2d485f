import type { KqlType } from '@casebook/core';
import { convert } from '../../functions/convert';
import type { SyntaxNode } from '../../parser/syntax-node';
import { refuse } from '../../plan/refusal';
import type { PlanColumn, Relation } from '../../plan/relation';
import type { Constant, Scalar } from '../../plan/scalar';
import type { Scope } from '../../plan/scope';

/** The arguments of a plugin's call by the names of its parameters, in their order unless the text names them. */
export function argumentsByName(
  call: SyntaxNode,
  parameters: readonly string[],
  scope: Scope,
): ReadonlyMap<string, SyntaxNode> {
  const given = new Map<string, SyntaxNode>();
  call
    .must('ArgumentList')
    .items('Expressions')
    .forEach((item, index) => {
      const named = item.kind === 'SimpleNamedExpression';
      const name = named ? item.must('Name').simpleName : parameters[index];
      const known = parameters.find((one) => one.toLowerCase() === name?.toLowerCase());
      if (known === undefined || given.has(known)) refuse(`argument of a plugin: ${item.text}`, item, scope);
      else given.set(known, named ? item.must('Expression') : item);
    });
  return given;
}

/** The column of the input that an argument names. */
export const columnArgument = (
  node: SyntaxNode | undefined,
  input: Relation,
  call: SyntaxNode,
  scope: Scope,
): PlanColumn =>
  input.columns.find(({ name }) => name === node?.simpleName) ??
  refuse(`argument that is not a column: ${node?.text ?? 'none'}`, node ?? call, scope);

/** A value that the text alone decides. */
export function constantArgument(
  node: SyntaxNode | undefined,
  call: SyntaxNode,
  scope: Scope,
): Scalar & { constant: Constant } {
  const value = node && scope.compilation.scalar(node, { ...scope, row: undefined });
  return value?.constant === undefined
    ? refuse(`argument that is not a constant: ${node?.text ?? 'none'}`, node ?? call, scope)
    : { ...value, constant: value.constant };
}

/** A whole number, a moment or a span that the text alone decides. */
export function wholeArgument(
  node: SyntaxNode | undefined,
  types: readonly KqlType[],
  call: SyntaxNode,
  scope: Scope,
): bigint {
  const { type, constant } = constantArgument(node, call, scope);
  return typeof constant === 'bigint' && types.includes(type)
    ? constant
    : refuse(`argument of type ${type}: ${node?.text ?? 'none'}`, node ?? call, scope);
}

/** The texts of a column argument's values. */
export const asText = (value: Scalar, node: SyntaxNode, scope: Scope): Scalar =>
  convert(value, 'string', scope) ?? refuse(`text of a ${value.type}`, node, scope);
