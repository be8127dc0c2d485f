import type { KqlType } from '@casebook/core';
import { convert } from '../functions/convert';
import { hostCall, type HostFunction } from '../functions/host-function';
import { overText, patternOf } from '../functions/regex';
import { kqlTypeNamed } from '../parser/kql-type-of';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanNode } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { computed, kept, project, withColumn } from '../plan/shape';
import { quoteId, quoteText } from '../sql/quote-sql';
import { keyValues, type KeyValueForm } from '../values/key-values';
import type { Operator } from './operator';

const PARSE_KV: HostFunction = {
  name: 'parse_kv',
  takes: ['string', 'string'],
  gives: 'string',
  call: (text: string, spec: string) => {
    const { keys, form } = JSON.parse(spec) as { keys: readonly string[]; form: KeyValueForm };
    return JSON.stringify(keyValues(text, keys, form).map((found) => found ?? ''));
  },
};

interface Key {
  readonly name: string;
  readonly type: KqlType;
}

/** `parse-kv`: by delimiters, by words, or by a regular expression. */
export const parseKvOperator: Operator = (node, input, scope) => {
  const keys = keysOf(node, scope);
  const text = convert(scope.compilation.scalar(node.must('Expression'), scope), 'string', scope);
  if (!text) return refuse('parse-kv of this type', node, scope);
  const given = properties(node, scope);
  const [regex] = given.get('regex') ?? [];
  const id = scope.compilation.names.fresh('kv');
  const sql =
    regex === undefined
      ? byDelimiters(text.sql, keys, given, node, scope)
      : byRegex(text.sql, keys, regex, node, scope);
  const held: PlanNode = {
    kind: 'select',
    input: input.node,
    items: [
      { id: '*', sql: '*' },
      { id, sql },
    ],
  };
  const columns = keys.map(({ name, type }, index) => {
    const value: Scalar = { type: 'string', sql: `coalesce(${quoteId(id)}[${index + 1}], '')` };
    return computed(name, convert(value, type, scope) ?? refuse(`parse-kv to ${type}`, node, scope));
  });
  return project({ ...input, node: held }, columns.reduce(withColumn, input.columns.map(kept)), scope);
};

function keysOf(node: SyntaxNode, scope: Scope): readonly Key[] {
  return node
    .must('Keys')
    .items('Columns')
    .map((item) => ({
      name: item.must('Name').simpleName,
      type: kqlTypeNamed(item.must('Type').text) ?? refuse(`parse-kv type: ${item.text}`, item, scope),
    }));
}

const KNOWN = ['pair_delimiter', 'kv_delimiter', 'quote', 'escape', 'greedy', 'regex'];

function properties(node: SyntaxNode, scope: Scope): ReadonlyMap<string, readonly string[]> {
  const given = new Map<string, string[]>();
  for (const item of node.part('WithClause')?.items('Properties') ?? []) {
    const name = item.must('Name').simpleName.toLowerCase();
    if (!KNOWN.includes(name)) refuse(`parse-kv property: ${name}`, item, scope);
    const { constant } = scope.compilation.scalar(item.must('Expression'), scope);
    if (constant === undefined || constant === null) refuse(`parse-kv property: ${item.text}`, item, scope);
    given.set(name, [...(given.get(name) ?? []), String(constant)]);
  }
  return given;
}

function byDelimiters(
  text: string,
  keys: readonly Key[],
  given: ReadonlyMap<string, readonly string[]>,
  node: SyntaxNode,
  scope: Scope,
): string {
  const form = formOf(given, node, scope);
  const spec = JSON.stringify({ form, keys: keys.map(({ name }) => name) });
  const read = hostCall(PARSE_KV, [text, quoteText(spec)], scope);
  return `from_json(${read}, '["VARCHAR"]')`;
}

function formOf(given: ReadonlyMap<string, readonly string[]>, node: SyntaxNode, scope: Scope): KeyValueForm {
  const [pair] = given.get('pair_delimiter') ?? [];
  const [kv] = given.get('kv_delimiter') ?? [];
  const quotes = given.get('quote') ?? [];
  const escapes = given.get('escape') ?? [];
  const greedy = given.get('greedy')?.[0] === 'true';
  if ((pair === undefined) !== (kv === undefined) || pair === '' || kv === '')
    return refuse('parse-kv with one delimiter', node, scope);
  if (greedy && pair === undefined) return refuse('greedy parse-kv without delimiters', node, scope);
  if (quotes.some((quote) => ![1, 2].includes(quote.length)) || escapes.some(({ length }) => length !== 1))
    return refuse('parse-kv with these quotes', node, scope);
  return {
    pair,
    kv,
    quotes: quotes.map((quote) => [quote[0] ?? '', quote.at(-1) ?? ''] as const),
    escapes,
    greedy,
  };
}

function byRegex(
  text: string,
  keys: readonly Key[],
  pattern: string,
  node: SyntaxNode,
  scope: Scope,
): string {
  const regex = patternOf({ type: 'string', sql: '', constant: pattern }, node, scope);
  if (regex.groups.length !== 2) return refuse('parse-kv regex without exactly two groups', node, scope);
  if (regex.empty) return refuse('parse-kv regex that matches nothing', node, scope);
  const found = keys.map(({ name }) => `q[2][list_position(q[1], ${quoteText(name)})]`);
  return overText(regex, text, (t) => {
    const all = (group: number): string =>
      `list_transform(regexp_extract_all(${t}, ${quoteText(regex.re2)}, ${group}), lambda x: trim(coalesce(x, ''), ' ' || chr(9) || chr(10) || chr(13)))`;
    return `list_transform([[${all(1)}, ${all(2)}]], lambda q: [${found.join(', ')}])[1]`;
  });
}
