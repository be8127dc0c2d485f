import type { KqlType } from '@casebook/core';
import { convert } from '../functions/convert';
import { kqlTypeNamed } from '../parser/kql-type-of';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanColumn, Relation } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import { outsideRows, type Binding, type Scope } from '../plan/scope';
import { nullSql } from '../sql/quote-sql';
import type { Operator } from './operator';
import { parameter } from './operator';
import { runMachine, SCAN_ROW, SCAN_STATE, type Declared, type Step, type When } from './scan-machine';

/**
 * `scan`: a state machine over rows in their order. Each step is translated twice, as its condition and assignments
 * read the state: that of the step before (the match goes on to this step), and its own (the match repeats this step).
 */
export const scanOperator: Operator = (node, input, scope) => {
  if (!input.serialized) return refuse('scan over rows without an order', node, scope);
  if (node.part('OrderByClause')) return refuse('scan order by', node, scope);
  const declared = declarations(node, input, scope);
  const names = node.items('Steps').map((step) => {
    const name = step.part('Name')?.simpleName ?? '';
    return name === '' ? refuse('scan step without a name', step, scope) : name;
  });
  const clash = names.find((name) => [...input.columns, ...declared].some((column) => column.name === name));
  if (clash !== undefined) return refuse(`scan step named as a column: ${clash}`, node, scope);
  const used = names.map(() => new Set<string>());
  const machine: Machine = { input, declared, names, used, scope };
  const steps = node.items('Steps').map((step, index) => stepOf(step, index, machine));
  const keys = (node.part('PartitionByClause')?.items('Expressions') ?? []).map(
    (key) => scope.compilation.scalar(key, scope).sql,
  );
  const matchId = parameter(node, 'with_match_id');
  if (matchId !== undefined && keys.length > 0)
    return refuse('scan with_match_id beside partition by', node, scope);
  return runMachine({ input, declared, steps, used, keys, matchId }, node, scope);
};

interface Machine {
  readonly input: Relation;
  readonly declared: readonly Declared[];
  readonly names: readonly string[];
  /** The columns of each step that some expression reads. */
  readonly used: readonly Set<string>[];
  readonly scope: Scope;
}

function declarations(node: SyntaxNode, input: Relation, scope: Scope): readonly Declared[] {
  const items = node.part('DeclareClause')?.items('Declarations') ?? [];
  return items.map((item): Declared => {
    const [declared, given] = [item.must('NameAndType'), item.part('DefaultValue')];
    const name = declared.must('Name').simpleName;
    if (input.columns.some((column) => column.name === name))
      return refuse(`scan declaration of a column that is there: ${name}`, item, scope);
    const type = kqlTypeNamed(declared.must('Type').text) ?? refuse('scan declaration', item, scope);
    const value = given && scope.compilation.scalar(given.must('Value'), outsideRows(scope));
    const initial = value ? convert(value, type, scope) : { type, sql: nullSql(type) };
    return { name, type, initial: initial?.sql ?? refuse('scan default', item, scope) };
  });
}

function stepOf(step: SyntaxNode, index: number, machine: Machine): Step {
  const { scope } = machine;
  const output = step.part('ScanStepOutput')?.must('OutputKind').text.toLowerCase() ?? 'all';
  if (output !== 'all' && output !== 'none') return refuse(`scan output=${output}`, step, scope);
  if (step.part('OptionalKeyword')?.text) return refuse('optional scan step', step, scope);
  return {
    output,
    ...(index === 0 ? {} : { advance: whenOf(step, index, index - 1, machine) }),
    repeat: whenOf(step, index, index, machine),
  };
}

/** The condition and the record of a step, as they read the state of a step (counted from 0). */
function whenOf(step: SyntaxNode, index: number, state: number, machine: Machine): When {
  const { input, declared, scope } = machine;
  const bindings = new Map<string, Binding>(scope.bindings);
  input.columns.forEach((column, at) => {
    bindings.set(column.name, scalar(column.type, `${SCAN_ROW}.c${at}`));
  });
  for (const { name, type, initial } of declared) bindings.set(name, scalar(type, initial));
  machine.names.forEach((name, at) => {
    bindings.set(name, {
      kind: 'record',
      field: (field) => fieldOf(field, at, { index, state, step }, machine),
    });
  });
  const inside: Scope = { ...outsideRows(scope), bindings };
  const condition = scope.compilation.scalar(step.must('Condition'), inside);
  if (condition.type !== 'bool') return refuse(`scan condition of a ${condition.type}`, step, scope);
  const given = step.part('ComputationClause')?.items('Assignments') ?? [];
  return { test: condition.sql, values: assigned(given, machine, inside) };
}

const scalar = (type: KqlType, sql: string): Binding => ({ kind: 'scalar', value: { type, sql } });

/** The step that reads, and the step whose state it reads. */
interface Reader {
  readonly step: SyntaxNode;
  readonly index: number;
  readonly state: number;
}

/** What `step.column` reads: the record in the state, or the default where the state has none. */
function fieldOf(
  name: string,
  at: number,
  { index, state, step }: Reader,
  { input, declared, used, scope }: Machine,
): Scalar | undefined {
  if (at > index) return refuse('scan step that reads a later one', step, scope);
  const column: (PlanColumn | Declared) | undefined = [...input.columns, ...declared].find(
    (one) => one.name === name,
  );
  if (!column) return undefined;
  const initial = 'initial' in column ? column.initial : nullSql(column.type);
  if (at > state) return { type: column.type, sql: initial };
  used[at]?.add(name);
  const field = [...input.columns, ...declared].findIndex((one) => one.name === name);
  const holder = `${SCAN_STATE}.k${state}`;
  return {
    type: column.type,
    sql: `CASE WHEN ${holder} IS NULL THEN ${initial} ELSE ${holder}.r${at}.f${field} END`,
  };
}

/** The values of the declared columns: what the step assigns, else their defaults. */
function assigned(
  items: readonly SyntaxNode[],
  { declared, scope }: Machine,
  inside: Scope,
): readonly string[] {
  const values = new Map<string, string>();
  for (const item of items) {
    const name = item.must('Name').simpleName;
    const column = declared.find((one) => one.name === name);
    if (!column || values.has(name)) return refuse(`scan assignment to ${name}`, item, scope);
    const expression = item.must('Expression');
    const read = namesIn(expression).find((one) => values.has(one));
    if (read !== undefined) return refuse(`scan assignment that reads another one: ${read}`, item, scope);
    const value = convert(scope.compilation.scalar(expression, inside), column.type, scope);
    values.set(name, value?.sql ?? refuse(`scan assignment to ${name}`, item, scope));
  }
  return declared.map(({ name, initial }) => values.get(name) ?? initial);
}

/** The names that an expression reads by themselves, not behind a step. */
function namesIn(node: SyntaxNode): readonly string[] {
  if (node.kind === 'PathExpression') return namesIn(node.must('Expression'));
  return node.kind === 'NameReference' ? [node.simpleName] : node.children.flatMap(namesIn);
}
