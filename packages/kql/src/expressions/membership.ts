import type { KqlType } from '@casebook/core';
import { convert } from '../functions/convert';
import { hostCall } from '../functions/host-function';
import { hasAnyTermSql, hasTerm, hasTermSql } from '../functions/term-match';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import type { PlanNode, Relation } from '../plan/relation';
import type { Scope } from '../plan/scope';
import { firstValue, subquery } from '../plan/subquery';
import { constant, quoteId, quoteText } from '../sql/quote-sql';
import { isArray, type JsonValue } from '../values/json-value';
import { lowerCase } from '../values/lower-case';
import { parseJson } from '../values/parse-json';
import { jsonText } from '../values/print-json';
import { textOf } from './text-operators';

/** What stands on the right of `in`: values, and tables whose first column is searched. */
interface Candidates {
  readonly values: readonly Scalar[];
  readonly lists: readonly Scalar[];
  readonly tables: readonly { readonly relation: Relation; readonly value: Scalar }[];
}

/** `in`, `!in`, `in~`, `!in~`. */
export function membership({ negated = false, ignoreCase = false }) {
  return (node: SyntaxNode, scope: Scope): Scalar => {
    const left = scope.compilation.scalar(node.must('Left'), { ...scope, filter: false });
    const found = candidates(node.must('Right').items('Expressions'), scope);
    const type = comparedType(left, found);
    const cast = (value: Scalar): string => {
      const given =
        left.type === 'dynamic' && value.type === 'bool' ? convert(value, 'dynamic', scope) : value;
      const same =
        convert(given ?? value, type, scope) ??
        refuse(`search for ${left.type} among ${value.type}`, node, scope);
      if (!ignoreCase || type !== 'string') return same.sql;
      return typeof same.constant === 'string' ? quoteText(lowerCase(same.constant)) : `lower(${same.sql})`;
    };
    const sought = cast(left);
    const parts = [
      ...(found.values.length ? [`${sought} IN (${found.values.map(cast).join(', ')})`] : []),
      ...found.tables.map(({ relation, value }) => `${sought} IN ${columnOf(relation, cast(value), scope)}`),
      ...found.lists.map((list) => listed(list, convert(left, 'string', scope) ?? left, ignoreCase, scope)),
    ];
    const any =
      parts.length === 0 ? 'false' : parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' OR ')})`;
    if (scope.filter && !negated) return { type: 'bool', sql: `(${any})` };
    return { type: 'bool', sql: negated ? `(NOT coalesce(${any}, false))` : `coalesce(${any}, false)` };
  };
}

/** `has_any` and `has_all`. */
export function hasEach(connective: 'OR' | 'AND') {
  return (node: SyntaxNode, scope: Scope): Scalar => {
    const text = textOf(node.must('Left'), scope);
    const found = candidates(node.must('Right').items('Expressions'), scope);
    const terms = found.values.map((value) => convert(value, 'string', scope) ?? value);
    const fixed = terms.flatMap(({ constant: term }) => (typeof term === 'string' ? [term] : []));
    const together = connective === 'OR' && fixed.length > 1;
    const alone = together ? terms.filter(({ constant: term }) => typeof term !== 'string') : terms;
    const parts = [
      ...(together ? [hasAnyTermSql(text.sql, fixed)] : []),
      ...alone.map((term) => oneTerm(text, term, scope)),
      ...[...found.lists, ...found.tables.map((table) => termsOf(table, scope))].map((list) =>
        listTerms(text, list, connective, scope),
      ),
    ];
    if (parts.length === 0) return constant('bool', connective === 'AND');
    return { type: 'bool', sql: `(${parts.join(` ${connective} `)})` };
  };
}

/** A subquery of one column. */
const columnOf = ({ node }: Relation, sql: string, scope: Scope): string =>
  subquery({ kind: 'select', input: node, items: [{ id: scope.compilation.names.fresh('in'), sql }] }, scope);

/** The first column of a table as one list. */
const termsOf = ({ relation, value }: Candidates['tables'][number], scope: Scope): Scalar => {
  const id = scope.compilation.names.fresh('list');
  const items = [{ id, sql: `CAST(to_json(list(${value.sql})) AS VARCHAR)` }];
  const node: PlanNode = { kind: 'aggregate', input: relation.node, keys: [], items };
  return { type: 'dynamic', sql: firstValue({ ...relation, node, order: [] }, quoteId(id), scope) };
};

function oneTerm(text: Scalar, term: Scalar, scope: Scope): string {
  if (typeof term.constant === 'string') return hasTermSql(text.sql, term.constant, 'term', false);
  const call = (a: string, b: string): boolean => hasTerm(a, b, 'term', false);
  return hostCall(
    { name: 'has_term', takes: ['string', 'string'], gives: 'bool', call },
    [text.sql, term.sql],
    scope,
  );
}

function listTerms(text: Scalar, list: Scalar, connective: 'OR' | 'AND', scope: Scope): string {
  const textsOf = listReader();
  const call = (haystack: string, terms: string): boolean => {
    const items = textsOf(terms);
    const test = (term: string): boolean => hasTerm(haystack, term, 'term', false);
    return connective === 'OR' ? items.some(test) : items.every(test);
  };
  const name = connective === 'OR' ? 'has_any' : 'has_all';
  const sql = hostCall(
    { name, takes: ['string', 'dynamic'], gives: 'bool', call },
    [text.sql, list.sql],
    scope,
  );
  return `coalesce(${sql}, false)`;
}

function listed(list: Scalar, sought: Scalar, ignoreCase: boolean, scope: Scope): string {
  const fold = (text: string): string => (ignoreCase ? lowerCase(text) : text);
  const textsOf = listReader();
  const call = (text: string, items: string): boolean =>
    textsOf(items).some((item) => fold(item) === fold(text));
  const name = ignoreCase ? 'in_list_ci' : 'in_list';
  return hostCall({ name, takes: ['string', 'dynamic'], gives: 'bool', call }, [sought.sql, list.sql], scope);
}

/** Reads the texts of a list; the last one is remembered, for most rows have the same. */
function listReader(): (list: string) => readonly string[] {
  const last = { list: '', texts: [] as readonly string[] };
  return (list) => {
    if (list !== last.list) Object.assign(last, { list, texts: texts(parseJson(list)) });
    return last.texts;
  };
}

const texts = (value: JsonValue): readonly string[] =>
  isArray(value) ? value.flatMap(texts) : value === null ? [] : [jsonText(value)];

function candidates(nodes: readonly SyntaxNode[], scope: Scope): Candidates {
  const values: Scalar[] = [];
  const lists: Scalar[] = [];
  const tables: { relation: Relation; value: Scalar }[] = [];
  for (const node of nodes) {
    if (node.isTabular) {
      const relation = scope.compilation.relation(node, { ...scope, row: undefined, filter: false });
      const [column] = relation.columns;
      if (!column) return refuse('search in a table without columns', node, scope);
      tables.push({ relation, value: { type: column.type, sql: quoteId(column.id) } });
      continue;
    }
    const value = scope.compilation.scalar(node, { ...scope, filter: false });
    if (value.type !== 'dynamic') values.push(value);
    else if (value.constant === undefined) lists.push(value);
    else if (value.constant !== null) values.push(...constantItems(parseJson(String(value.constant))));
  }
  return { values, lists, tables };
}

const constantItems = (value: JsonValue): readonly Scalar[] => {
  if (isArray(value)) return value.flatMap(constantItems);
  if (value === null) return [];
  if (typeof value === 'bigint') return [constant('long', value)];
  if (typeof value === 'number') return [constant('real', value)];
  if (typeof value === 'boolean') return [constant('bool', value)];
  return [constant('string', jsonText(value))];
};

function comparedType(left: Scalar, { values, tables }: Candidates): KqlType {
  if (left.type === 'dynamic') return 'string';
  const others = [...values, ...tables.map(({ value }) => value)].map(({ type }) => type);
  if ((left.type === 'long' || left.type === 'int') && others.includes('real')) return 'real';
  if (left.type === 'int' && others.includes('long')) return 'long';
  return left.type;
}
