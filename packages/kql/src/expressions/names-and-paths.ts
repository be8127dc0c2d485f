import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanColumn } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import { shared } from '../plan/shared';
import type { Binding, Scope } from '../plan/scope';
import { arraySortColumn } from '../functions/array-sort-tuples';
import { convert } from '../functions/convert';
import { constant, quoteId, quoteText } from '../sql/quote-sql';
import { isArray, isBag, type JsonValue } from '../values/json-value';
import { parseJson } from '../values/parse-json';
import { printJson } from '../values/print-json';

/** A name: a column of the row, or what a `let` or a parameter gave it. */
export function nameReference(node: SyntaxNode, scope: Scope): Scalar {
  const name = node.simpleName;
  const column = scope.row?.columns.find((candidate) => candidate.name === name);
  if (column && (node.symbolKind === 'ColumnSymbol' || !scope.bindings.has(name))) {
    return { type: column.type, sql: quoteId(column.id), column: column.id };
  }
  const binding = scope.bindings.get(name);
  if (!binding) return refuse(`name: ${name}`, node, scope);
  if (binding.kind === 'scalar' && binding.row && scope.row && binding.row !== scope.row)
    return refuse(`column of another table by a parameter: ${name}`, node, scope);
  const value = settled(binding, scope);
  return value.kind === 'scalar' ? value.value : refuse(`table used as a value: ${name}`, node, scope);
}

/** A column of the row as a scalar. */
export const columnReference = ({ type, id }: PlanColumn): Scalar => ({ type, sql: quoteId(id), column: id });

/** What a binding stands for, translated on first use. */
export function settled(binding: Binding, scope: Scope): Exclude<Binding, { kind: 'lazy' }> {
  if (binding.kind !== 'lazy') return binding;
  const { compilation } = scope;
  const known = compilation.lets.get(binding.key);
  if (known) return known as Exclude<Binding, { kind: 'lazy' }>;
  const value = binding.node.isTabular
    ? ({
        kind: 'table',
        value: shared(compilation.relation(binding.node, binding.scope), scope),
      } as const)
    : ({ kind: 'scalar', value: compilation.scalar(binding.node, binding.scope) } as const);
  compilation.lets.set(binding.key, value);
  return value;
}

/** `a.b`: a member of a dynamic value. */
export function pathExpression(node: SyntaxNode, scope: Scope): Scalar {
  const selector = node.must('Selector');
  if (selector.kind === 'BracketedExpression') return elementExpression(node, scope);
  if (selector.kind !== 'NameReference') return refuse(`path: ${node.text}`, node, scope);
  const field = recordField(node, selector.simpleName, scope);
  if (field) return field;
  const document = scope.compilation.scalar(node.must('Expression'), scope);
  return member(document, selector.simpleName, node, scope);
}

/** The column of a step that `step.column` reads; nothing where the name before the dot is no step. */
function recordField(node: SyntaxNode, name: string, scope: Scope): Scalar | undefined {
  const holder = node.must('Expression');
  const binding = holder.kind === 'NameReference' ? scope.bindings.get(holder.simpleName) : undefined;
  return binding?.kind === 'record' ? binding.field(name) : undefined;
}

/** `a[…]`: a member or an item of a dynamic value. */
export function elementExpression(node: SyntaxNode, scope: Scope): Scalar {
  const quoted = node.must('Selector').part('Expression')?.literal;
  const field = typeof quoted === 'string' ? recordField(node, quoted, scope) : undefined;
  if (field) return field;
  const selector = node.must('Selector');
  const inside = selector.part('Expression') ?? selector;
  const key = scope.compilation.scalar(inside, { ...scope, aggregate: false, filter: false });
  const sorted =
    typeof key.constant === 'bigint'
      ? arraySortColumn(node.must('Expression'), key.constant, scope)
      : undefined;
  if (sorted) return sorted;
  const document = scope.compilation.scalar(node.must('Expression'), scope);
  if (typeof key.constant === 'string' && key.type === 'string')
    return member(document, key.constant, node, scope);
  if (typeof key.constant === 'bigint') return item(document, key.constant, node, scope);
  if (document.type !== 'dynamic') return refuse(`element of a ${document.type}`, node, scope);
  if (key.type === 'string')
    return keyed(document, `'/' || replace(replace(${key.sql}, '~', '~0'), '/', '~1')`);
  if (key.type === 'int' || key.type === 'long') {
    return keyed(
      document,
      `'$[' || CASE WHEN ${key.sql} < 0 THEN '#' ELSE '' END || CAST(${key.sql} AS VARCHAR) || ']'`,
    );
  }
  if (key.type === 'dynamic') {
    const text = convert(key, 'string', scope)?.sql ?? '';
    return keyed(document, `'/' || replace(replace(${text}, '~', '~0'), '/', '~1')`);
  }
  return refuse(`element selector of type ${key.type}`, node, scope);
}

const keyed = (document: Scalar, path: string): Scalar => ({
  type: 'dynamic',
  sql: `nullif(CAST(json_extract(${document.sql}, ${path}) AS VARCHAR), 'null')`,
});

function member(document: Scalar, name: string, node: SyntaxNode, scope: Scope): Scalar {
  if (document.type !== 'dynamic') return refuse(`member of a ${document.type}: ${name}`, node, scope);
  const known = folded(document, (value) => (isBag(value) ? value.get(name) : undefined));
  if (known) return known;
  return /^[^"\\*$[\].]+$/.test(name) || /^[^"\\*]+$/.test(name)
    ? stepped(document, `."${name}"`)
    : keyed(document, quoteText(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`));
}

function item(document: Scalar, index: bigint, node: SyntaxNode, scope: Scope): Scalar {
  if (document.type !== 'dynamic') return refuse(`item of a ${document.type}`, node, scope);
  const known = folded(document, (value) =>
    isArray(value) ? value[Number(index < 0n ? BigInt(value.length) + index : index)] : undefined,
  );
  return known ?? stepped(document, index < 0n ? `[#${index}]` : `[${index}]`);
}

function folded(document: Scalar, read: (value: JsonValue) => JsonValue | undefined): Scalar | undefined {
  if (document.constant === undefined) return undefined;
  const value = document.constant === null ? undefined : read(parseJson(String(document.constant)));
  return constant('dynamic', value === undefined || value === null ? null : printJson(value));
}

function stepped(document: Scalar, step: string): Scalar {
  const base = document.path ?? { document: document.sql, steps: "'$'" };
  const steps = quoteText(base.steps.slice(1, -1).replaceAll("''", "'") + step);
  return {
    type: 'dynamic',
    sql: `nullif(CAST(json_extract(${base.document}, ${steps}) AS VARCHAR), 'null')`,
    path: { document: base.document, steps },
  };
}
