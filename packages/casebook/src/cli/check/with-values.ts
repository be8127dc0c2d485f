import type { Diagnostic, LanguageService } from '@casebook/core';

/** Where a value stands in a query. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** A query with values in it, each a name that means nothing. */
export interface Valued {
  readonly kql: string;
  readonly values: readonly Place[];
}

/** What a value may be, likeliest first: as its name in a query begins, and as a literal. */
const LITERALS = ['""', 'dynamic([])', '1', 'datetime(2000-01-01)', '1h', '1.5', 'true', 'guid(null)'];

/**
 * The remarks on a query with values, without those on the values themselves. Each value counts as a literal of the first type that fits at its
 * place, so that the rest of the query is read as it will run; one that stands inside of quotes is an error, for it is never put there.
 */
export function diagnoseWithValues(query: Valued, language: LanguageService): readonly Diagnostic[] {
  const { kql, values } = query;
  if (values.length === 0) return language.diagnose(kql);
  const quoted = values.filter((value) => isQuoted(kql, value));
  const free = values.filter((value) => !quoted.includes(value));
  const literals = fitting(kql, free, language);
  const found = remarks(kql, free, literals, language).filter(({ position: { offset, length } }) =>
    values.every(({ start, end }) => offset + length <= start || offset >= end),
  );
  return [...quoted.map((value) => insideQuotes(kql, value)), ...found].sort(
    (a, b) => a.position.offset - b.position.offset,
  );
}

const nameOf = ({ start, end }: Place, at: number): string => `v${at}`.padEnd(end - start, '_');

/**
 * A literal for each value: the first with which the query has no more errors than with a name that may be anything; nothing where there is
 * none, as for a table.
 */
function fitting(
  kql: string,
  values: readonly Place[],
  language: LanguageService,
): readonly (string | undefined)[] {
  const chosen: (string | undefined)[] = values.map(() => undefined);
  values.forEach((value, at) => {
    const errors = (literal: string | undefined): number => {
      chosen[at] = literal;
      const found = remarks(kql, values, chosen, language).filter(({ severity }) => severity === 'error');
      return literal === undefined ? found.filter((one) => !touches(value, one)).length : found.length;
    };
    const least = errors(undefined);
    chosen[at] = LITERALS.find((literal) => errors(literal) <= least);
  });
  return chosen;
}

const touches = ({ start, end }: Place, { position: { offset, length } }: Diagnostic): boolean =>
  offset < end && offset + length > start;

function remarks(
  kql: string,
  values: readonly Place[],
  literals: readonly (string | undefined)[],
  language: LanguageService,
): readonly Diagnostic[] {
  const lets = values
    .flatMap((value, at) =>
      literals[at] === undefined ? [] : [`let ${nameOf(value, at)} = ${literals[at]};`],
    )
    .join('');
  const named = values.reduce(
    (text, value, at) => text.slice(0, value.start) + nameOf(value, at) + text.slice(value.end),
    kql,
  );
  return language.diagnose(lets + named).map((remark) => {
    const offset = Math.max(0, remark.position.offset - lets.length);
    return { ...remark, position: { ...remark.position, offset } };
  });
}

const STRINGS =
  /\/\/[^\n]*|```[\s\S]*?```|~~~[\s\S]*?~~~|[hH]?@"(?:[^"\r\n]|"")*"|[hH]?@'(?:[^'\r\n]|'')*'|[hH]?"(?:[^"\\\r\n]|\\.)*"|[hH]?'(?:[^'\\\r\n]|\\.)*'/g;

const isQuoted = (kql: string, { start, end }: Place): boolean =>
  [...kql.matchAll(STRINGS)].some(
    ({ 0: token, index }) => !token.startsWith('//') && index < start && end < index + token.length,
  );

function insideQuotes(kql: string, { start, end }: Place): Diagnostic {
  const before = kql.slice(0, start).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return {
    severity: 'error',
    code: 'InvalidParameter',
    message: 'value inside quotes',
    position: { line: before.length, column, offset: start, length: end - start },
    help: 'Values are quoted by themselves: leave the quotes away, or put the text together with strcat().',
  };
}
