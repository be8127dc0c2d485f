import type { KqlType } from '@casebook/core';
import { convert } from '../functions/convert';
import { overText, patternOf } from '../functions/regex';
import type { ReadRegex } from '../regex/read-regex';
import { escapeRegex } from '../functions/term-match';
import { kqlTypeNamed } from '../parser/kql-type-of';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { PlanNode, Relation } from '../plan/relation';
import type { Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { filtered, kept, project, withColumn, type Computed } from '../plan/shape';
import { quoteId, quoteText } from '../sql/quote-sql';
import { parameter, type Operator } from './operator';

interface Capture {
  readonly name: string;
  readonly type: KqlType;
  /** Which group of the whole regular expression it is, from 1. */
  readonly group: number;
}

interface Pattern {
  readonly regex: ReadRegex;
  readonly captures: readonly Capture[];
  /** Groups that end at the first place where a text stands. */
  readonly upTo: readonly UpTo[];
}

interface UpTo {
  readonly group: number;
  readonly text: string;
}

/** `parse`. */
export const parseOperator: Operator = (node, input, scope) => parsed(node, input, scope, false);

/** `parse-where`. */
export const parseWhereOperator: Operator = (node, input, scope) => parsed(node, input, scope, true);

function parsed(node: SyntaxNode, input: Relation, scope: Scope, matchesOnly: boolean): Relation {
  const kind = (parameter(node, 'kind') ?? 'simple').toLowerCase();
  const { regex, captures, upTo } = pattern(node, kind, scope);
  const source = scope.compilation.scalar(node.must('Expression'), scope);
  const text = convert(source, 'string', scope) ?? refuse(`parse of a ${source.type}`, node, scope);
  const id = scope.compilation.names.fresh('parse');
  const groups = regex.groups.map((_, index) => `'g${index + 1}'`);
  const expression = quoteText(`\\A(?:${regex.re2})\\z`);
  const beginning = quoteText(`\\A(?:${regex.re2})`);
  const found = overText(regex, text.sql, (t) => {
    const extracted = `WHEN regexp_matches(${t}, ${expression}) THEN ${unambiguous(`regexp_extract(${t}, ${expression}, [${groups.join(', ')}])`, upTo)}`;
    const left = `WHEN regexp_matches(${t}, ${beginning}) THEN error('unsupported parse: text behind the last delimiter; end the pattern with *')`;
    return `CASE ${extracted} ${/^\(\?i?m?s.*\.\*\)?$/s.test(regex.re2) ? '' : left} END`;
  });
  const held: PlanNode = {
    kind: 'select',
    input: input.node,
    items: [
      { id: '*', sql: '*' },
      { id, sql: found },
    ],
  };
  const values = captures.map((capture) =>
    capturedValue(capture, `${quoteId(id)}['g${capture.group}']`, scope, node),
  );
  const whole: Relation = { ...input, node: captures.length === 0 ? input.node : held };
  const typed = kind === 'relaxed' ? [] : values.filter(({ type }) => type !== 'string');
  const complete = [`${quoteId(id)} IS NOT NULL`, ...typed.map(({ sql }) => `${sql} IS NOT NULL`)];
  const failing = complete.join(' AND ');
  const rows = matchesOnly ? filtered(whole, failing) : whole;
  const columns = values.map((value) => ({
    ...value,
    sql: complete.length === 1 ? orEmpty(value) : whenComplete(value, failing),
  }));
  return project(rows, columns.reduce(withColumn, input.columns.map(kept)), scope);
}

/** No page says whether a part of the pattern that fails behind a delimiter makes it look for the next such delimiter. */
function unambiguous(groups: string, upTo: readonly UpTo[]): string {
  if (upTo.length === 0) return groups;
  const later = upTo.map(({ group, text }) => `contains(m['g${group}'], ${quoteText(text)})`).join(' OR ');
  return `list_transform([${groups}], lambda m: CASE WHEN ${later} THEN error('unsupported parse: a delimiter that comes more than once before the pattern goes on') ELSE m END)[1]`;
}

const orEmpty = ({ type, sql }: Computed): string => (type === 'string' ? `coalesce(${sql}, '')` : sql);

/** A row whose typed captures do not all read gives nothing at all. */
const whenComplete = (value: Computed, failing: string): string =>
  `CASE WHEN ${failing} THEN ${value.sql} ${value.type === 'string' ? `ELSE ''` : ''} END`;

function capturedValue({ name, type }: Capture, sql: string, scope: Scope, node: SyntaxNode): Computed {
  const value: Scalar = { type: 'string', sql };
  const converted = convert(value, type, scope) ?? refuse(`parse to ${type}`, node, scope);
  return { name, type, sql: converted.sql };
}

function pattern(node: SyntaxNode, kind: string, scope: Scope): Pattern {
  if (!['simple', 'regex', 'relaxed'].includes(kind)) return refuse(`parse kind: ${kind}`, node, scope);
  const parts = node.items('Patterns');
  const captures: Capture[] = [];
  const upTo: UpTo[] = [];
  let groups = 0;
  const pieces = parts.map((part, index) => {
    const last = index === parts.length - 1;
    const next = parts[index + 1]?.literal;
    if (typeof part.literal === 'string') {
      if (kind !== 'regex') return escapeRegex(part.literal);
      groups += patternOf({ type: 'string', sql: '', constant: part.literal }, part, scope).groups.length;
      return `(?:${part.literal})`;
    }
    if (part.kind === 'StarExpression' && (last || kind === 'regex')) return '.*';
    groups += 1;
    if (kind !== 'regex' && typeof next === 'string') upTo.push({ group: groups, text: next });
    if (part.kind === 'StarExpression') return '(.*?)';
    const capture = captureOf(part, groups, scope);
    captures.push(capture);
    return `(${capturePattern(capture.type, kind, last)})`;
  });
  const flags = kind === 'regex' ? (parameter(node, 'flags') ?? '') : 's';
  if (!/^[Uims]*$/.test(flags)) return refuse(`parse flags: ${flags}`, node, scope);
  const constant = `${flags ? `(?${flags})` : ''}${pieces.join('')}`;
  return { regex: patternOf({ type: 'string', sql: '', constant }, node, scope), captures, upTo };
}

function captureOf(part: SyntaxNode, group: number, scope: Scope): Capture {
  if (part.kind === 'NameDeclaration') return { name: part.simpleName, type: 'string', group };
  if (part.kind !== 'NameAndTypeDeclaration') return refuse(`parse pattern: ${part.text}`, part, scope);
  const type = kqlTypeNamed(part.must('Type').text) ?? refuse(`parse type: ${part.text}`, part, scope);
  return { name: part.must('Name').simpleName, type, group };
}

const REAL = '\\s*-?[0-9.eE+-]+';

function capturePattern(type: KqlType, kind: string, last: boolean): string {
  const any = last || kind === 'regex' ? '.*' : '.*?';
  const number = { long: '\\s*-?[0-9]+', int: '\\s*-?[0-9]+', real: REAL, decimal: REAL }[type as 'long'];
  if (number === undefined) return any;
  return kind === 'relaxed' ? `${number}|${any}` : number;
}
