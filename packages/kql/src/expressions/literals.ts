import { CasebookError, type KqlType } from '@casebook/core';
import { kqlTypeNamed } from '../parser/kql-type-of';
import type { SyntaxNode } from '../parser/syntax-node';
import { refuse } from '../plan/refusal';
import type { Constant, Scalar } from '../plan/scalar';
import type { Scope } from '../plan/scope';
import { positionOf } from '../parser/position';
import { constant } from '../sql/quote-sql';
import { plainDecimal } from '../values/decimal-text';
import { datetimeText, parseDatetime, ticksOf } from '../values/datetime-text';
import type { JsonValue } from '../values/json-value';
import { printJson } from '../values/print-json';
import { parseReal } from '../values/real-text';
import { parseTimespan, timespanText } from '../values/timespan-text';
import { parseGuid } from '../functions/convert';

type Literal = (node: SyntaxNode, scope: Scope) => Scalar;

/** What stands in the parentheses of `type(…)`, or the whole text where there are none. */
const inner = (node: SyntaxNode): string => {
  const match = /^[\w]+\s*\(([\s\S]*)\)$/.exec(node.text);
  return (match?.[1] ?? node.text).trim().replace(/^(['"])([\s\S]*)\1$/, '$2');
};

const isNull = (text: string): boolean => text === '' || /^null$/i.test(text);

function typed(type: KqlType, read: (text: string) => Constant | undefined): Literal {
  return (node, scope) => {
    const text = inner(node);
    if (isNull(text)) return constant(type, null);
    const value = read(text);
    return value === undefined || value === null ? malformed(type, node, scope) : constant(type, value);
  };
}

function malformed(type: KqlType, node: SyntaxNode, scope: Scope): never {
  throw new CasebookError('KqlSyntax', `invalid ${type} literal: ${node.text}`, {
    position: positionOf(scope.compilation.text, node.start, node.length),
    query: scope.compilation.text,
  });
}

const integer =
  (bits: 32 | 64) =>
  (text: string): Constant | undefined => {
    const plain = text.replace(/\s/g, '');
    if (!/^[-+]?(0x[0-9a-f]+|\d+)$/i.test(plain)) return undefined;
    const size = BigInt(plain.replace(/^[-+]/, ''));
    const value = plain.startsWith('-') ? -size : size;
    return BigInt.asIntN(bits, value) === value ? value : undefined;
  };

const datetime: Literal = (node, scope) => {
  const text = inner(node);
  if (/^now(\(\))?$/i.test(text)) {
    scope.compilation.flags.readsClock = true;
    return constant('datetime', scope.compilation.now);
  }
  return typed(
    'datetime',
    (value) => listed(value) ?? parseDatetime(value.replace(/(\d) *- *(?=\d)/g, '$1-')),
  )(node, scope);
};

/** `datetime(2025, 6, 14)`: the parts in order. */
function listed(text: string): bigint | null {
  if (!/^\d+(\s*,\s*\d+){2,}$/.test(text)) return null;
  const [year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0] = text.split(',').map(Number);
  return ticksOf({ year, month, day, hour, minute, second });
}

const timespan: Literal = (node, scope) => {
  const text = inner(node);
  if (isNull(text)) return constant('timespan', null);
  const ticks = parseTimespan(text) ?? node.timespanTicks;
  return ticks === undefined || (ticks === 0n && /[1-9]/.test(text))
    ? refuse(`timespan literal: ${node.text}`, node, scope)
    : constant('timespan', ticks);
};

/** The literals of KQL, by the parser's names. */
export const LITERALS: Readonly<Record<string, Literal>> = {
  StringLiteralExpression: (node) => constant('string', String(node.literal ?? '')),
  CompoundStringLiteralExpression: (node) => constant('string', String(node.literal ?? '')),
  LongLiteralExpression: typed('long', integer(64)),
  IntLiteralExpression: typed('int', integer(32)),
  RealLiteralExpression: typed('real', parseReal),
  DecimalLiteralExpression: typed('decimal', plainDecimal),
  BooleanLiteralExpression: typed('bool', (text) =>
    /^(true|1)$/i.test(text) ? true : /^(false|0)$/i.test(text) ? false : undefined,
  ),
  DateTimeLiteralExpression: datetime,
  TimespanLiteralExpression: timespan,
  GuidLiteralExpression: typed('guid', parseGuid),
  NullLiteralExpression: () => constant('dynamic', null),
  TypeOfLiteralExpression: (node, scope) => constant('string', typeOfName(node, scope)),
  DynamicExpression: (node, scope) => {
    const value = jsonOf(node.must('Expression'), scope);
    return constant('dynamic', value === null ? null : printJson(value));
  },
};

/** The type that `typeof(…)` names. */
export function typeOfName(node: SyntaxNode, scope: Scope): KqlType {
  return kqlTypeNamed(inner(node)) ?? refuse(`type: ${node.text}`, node, scope);
}

function jsonOf(node: SyntaxNode, scope: Scope): JsonValue {
  switch (node.kind) {
    case 'JsonArrayExpression':
      return node.items('Values').map((item) => jsonOf(item, scope));
    case 'JsonObjectExpression':
      return new Map(
        node.items('Pairs').map((pair) => [keyOf(pair.must('Name')), jsonOf(pair.must('Value'), scope)]),
      );
    case 'UnaryMinusExpression': {
      if (node.must('Expression').text === '9223372036854775808') return -(2n ** 63n);
      const value = jsonOf(node.must('Expression'), scope);
      return typeof value === 'bigint' || typeof value === 'number'
        ? -value
        : refuse('dynamic literal', node, scope);
    }
    case 'ParenthesizedExpression':
    case 'DynamicExpression':
      return jsonOf(node.must('Expression'), scope);
    default:
      return jsonLiteral(node, scope);
  }
}

const keyOf = (node: SyntaxNode): string => {
  const value = node.literal ?? node.part('Name')?.literal;
  return typeof value === 'string' ? value : unquoted(node.text);
};

const unquoted = (text: string): string => {
  try {
    return String(
      JSON.parse(
        text.startsWith("'") ? `"${text.slice(1, -1).replaceAll("\\'", "'").replaceAll('"', '\\"')}"` : text,
      ),
    );
  } catch {
    return text.replace(/^(['"])(.*)\1$/, '$2');
  }
};

function jsonLiteral(node: SyntaxNode, scope: Scope): JsonValue {
  const { type, constant: value } = (LITERALS[node.kind] ?? (() => refuse('dynamic literal', node, scope)))(
    node,
    scope,
  );
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint' && type === 'datetime') return datetimeText(value);
  if (typeof value === 'bigint' && type === 'timespan') return timespanText(value);
  return value;
}
