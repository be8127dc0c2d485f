import type { KqlType } from '@casebook/core';
import { AGGREGATES } from '../functions/aggregates';
import { callRow } from '../functions/call';
import { FUNCTIONS, SPECIALS, TUPLES } from '../functions/catalogue';
import { absentBody, enterStored } from './stored-calls';
import { convert } from '../functions/convert';
import type { CalledParameter, SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import { quoteId } from '../sql/quote-sql';
import type { Relation } from '../plan/relation';
import { shared } from '../plan/shared';
import type { Scalar } from '../plan/scalar';
import type { Binding, Scope } from '../plan/scope';

/** The arguments of a call, without the names that some carry. */
export const argumentsOf = (node: SyntaxNode): readonly SyntaxNode[] =>
  node
    .must('ArgumentList')
    .items('Expressions')
    .map((item) => (item.kind === 'SimpleNamedExpression' ? item.must('Expression') : item));

/** Whether a name without parentheses calls a function of the query. */
export const callsByName = (node: SyntaxNode, scope: Scope): boolean =>
  !scope.bindings.has(node.simpleName) && node.symbolKind !== 'ColumnSymbol' && node.calledBody !== undefined;

/** A call of an aggregate, a function of the tables, or a function of the query. */
export function functionCall(node: SyntaxNode, scope: Scope): Scalar {
  if (node.calledBody) return calledScalar(node, scope);
  const name = node.must('Name').simpleName;
  const args = argumentsOf(node);
  const aggregate = scope.aggregate && scope.row ? AGGREGATES.get(name) : undefined;
  const inside: Scope = { ...scope, filter: false, ...(aggregate ? { aggregate: false } : {}) };
  const translated = new Map<number, Scalar>();
  const arg = (index: number): Scalar => {
    const given = args[index] ?? refuse(`${name} without all of its arguments`, node, scope);
    const value = translated.get(index) ?? scope.compilation.scalar(given, inside);
    translated.set(index, value);
    return value;
  };
  if (aggregate && scope.row) {
    const as = (index: number, type: Scalar['type']): string =>
      (convert(arg(index), type, inside) ?? refuse(`${arg(index).type} in ${name}`, node, scope)).sql;
    return aggregate.build({ name, node, args, scope: inside, input: scope.row, arg, as });
  }
  const special = SPECIALS.get(name);
  if (special) return special.build({ name, node, args, scope: inside, arg });
  if (TUPLES.has(name)) return refuse(`${name} as one value: it gives several columns`, node, scope);
  const row = FUNCTIONS.get(name);
  return row
    ? callRow(
        row,
        args.map((_, index) => arg(index)),
        node,
        scope,
      )
    : refuse(`function: ${name}`, node, scope);
}

/** `call(…).member` where the function tells that member without the whole bag; nothing for any other path. */
export function memberOfCall(path: SyntaxNode, scope: Scope): Scalar | undefined {
  const [call, selector] = [path.must('Expression'), path.must('Selector')];
  if (call.kind !== 'FunctionCallExpression' || selector.kind !== 'NameReference') return undefined;
  const row = FUNCTIONS.get(call.must('Name').simpleName);
  const js = row?.members?.[selector.simpleName];
  if (!row || !js) return undefined;
  const args = argumentsOf(call).map((arg) => scope.compilation.scalar(arg, { ...scope, filter: false }));
  return callRow({ ...row, name: `${row.name}_${selector.simpleName}`, js }, args, call, scope);
}

function calledScalar(node: SyntaxNode, scope: Scope): Scalar {
  const { body, inside } = enter(node, scope);
  return scope.compilation.scalar(body, {
    ...inside,
    ...(scope.row ? { row: scope.row } : {}),
    ...(scope.windows ? { windows: scope.windows } : {}),
  });
}

/** A call of a tabular function of the query. */
export function calledTable(node: SyntaxNode, scope: Scope, source?: Relation): Relation {
  const { body, inside } = enter(node, scope, source);
  return scope.compilation.relation(body, inside);
}

interface Entered {
  readonly body: SyntaxNode;
  readonly inside: Scope;
}

/** Binds the parameters and the inner `let`s of a called function; `source` is the table that `invoke` hands over. */
function enter(node: SyntaxNode, scope: Scope, source?: Relation): Entered {
  const called = node.calledBody ?? absentBody(node, scope);
  const within = enterStored(node, called, scope);
  const bindings = new Map<string, Binding>(within ? [] : scope.bindings);
  const given = node.part('ArgumentList')?.items('Expressions') ?? [];
  const named = new Map(
    given
      .filter(({ kind }) => kind === 'SimpleNamedExpression')
      .map((item) => [item.must('Name').simpleName, item.must('Expression')]),
  );
  const positional = given.filter(({ kind }) => kind !== 'SimpleNamedExpression').values();
  node.calledParameters.forEach((parameter, index) => {
    if (source && index === 0) bindings.set(parameter.name, { kind: 'table', value: shared(source, scope) });
    else bindings.set(parameter.name, argumentBinding(parameter, named, positional, node, scope));
  });
  const inside: Scope = {
    compilation: scope.compilation,
    bindings,
    ...(within ? { within } : scope.within ? { within: scope.within } : {}),
    ...(scope.fuzzy ? { fuzzy: true } : {}),
  };
  return { body: declare(called, inside, bindings), inside };
}

function argumentBinding(
  parameter: CalledParameter,
  named: ReadonlyMap<string, SyntaxNode>,
  positional: Iterator<SyntaxNode>,
  node: SyntaxNode,
  scope: Scope,
): Binding {
  const value =
    named.get(parameter.name) ??
    (positional.next().value as SyntaxNode | undefined) ??
    parameter.defaultValue;
  if (!value) return refuse(`call without ${parameter.name}`, node, scope);
  if (value.isTabular)
    return { kind: 'table', value: shared(scope.compilation.relation(value, scope), scope) };
  const scalar = scope.compilation.scalar(value, { ...scope, filter: false });
  if (parameter.type && isOther(scalar.type, parameter.type))
    return refuse(`${scalar.type} as the ${parameter.type} ${parameter.name}`, value, scope);
  const typed = parameter.type ? convert(scalar, parameter.type, scope) : scalar;
  const bound = { kind: 'scalar', value: typed ?? scalar } as const;
  const reads = scope.row?.columns.some(({ id }) => bound.value.sql.includes(quoteId(id)));
  return scope.row && reads ? { ...bound, row: scope.row } : bound;
}

/** Whether an argument is no value of its parameter: a text for a number or time, a real for a whole number. */
const isOther = (given: KqlType, wanted: KqlType): boolean =>
  given === 'string'
    ? !['string', 'dynamic', 'guid'].includes(wanted)
    : (given === 'real' || given === 'decimal') && (wanted === 'int' || wanted === 'long');

function declare(body: SyntaxNode, scope: Scope, bindings: Map<string, Binding>): SyntaxNode {
  for (const statement of body.items('Statements')) {
    if (statement.kind !== 'LetStatement') continue;
    const expression = statement.must('Expression');
    if (expression.kind === 'FunctionDeclaration') continue;
    const inner: Scope = { ...scope, bindings: new Map(bindings) };
    bindings.set(statement.must('Name').simpleName, {
      kind: 'lazy',
      node: expression,
      scope: inner,
      key: {},
    });
  }
  return body.must('Expression');
}
