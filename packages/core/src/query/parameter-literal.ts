import { CasebookError } from '../error/casebook-error';
import { DateTime } from '../time/date-time';
import { Duration } from '../time/duration';
import type { ParameterDefinition, ParameterType } from './query-definition';
import {
  quoteBool,
  quoteDateTime,
  quoteDuration,
  quoteInt,
  quoteLong,
  quoteName,
  quoteOperator,
  quoteReal,
  quoteString,
} from './quote';
import { RawKql } from './raw-kql';
import { endsInComment } from './scan-kql';

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

const text = (value: unknown, use: (value: string) => string): string | undefined =>
  typeof value === 'string' ? use(value) : undefined;

const number = (value: unknown, use: (value: number) => string): string | undefined =>
  typeof value === 'number' ? use(value) : undefined;

const moment = (value: unknown): string | undefined => {
  if (value instanceof DateTime) return quoteDateTime(value);
  if (isDate(value)) return quoteDateTime(DateTime.fromDate(value));
  return text(value, (iso) => quoteDateTime(DateTime.parse(iso)));
};

const length = (value: unknown): string | undefined =>
  value instanceof Duration ? quoteDuration(value) : text(value, (iso) => quoteDuration(Duration.parse(iso)));

const piece = (value: unknown): string | undefined =>
  RawKql.is(value) ? `${value.text}${endsInComment(value.text) ? '\n' : ''}` : undefined;

const WRITERS: Readonly<
  Record<ParameterType, (value: unknown, allowed: readonly string[]) => string | undefined>
> = {
  string: (value) => text(value, quoteString),
  int: (value) => number(value, quoteInt),
  long: (value) => (typeof value === 'bigint' ? quoteLong(value) : number(value, quoteLong)),
  real: (value) => number(value, quoteReal),
  bool: (value) => (typeof value === 'boolean' ? quoteBool(value) : undefined),
  datetime: moment,
  timespan: length,
  operator: (value, allowed) => text(value, (name) => quoteOperator(name, allowed)),
  table: (value, allowed) => text(value, (name) => quoteName(name, allowed)),
  column: (value, allowed) => text(value, (name) => quoteName(name, allowed)),
  kql: piece,
};

const helpFor = ({ type, list, values }: ParameterDefinition): string => {
  if (values) return `One of: ${values.join(', ')}.`;
  return type === 'kql' ? 'Give rawKql(…).' : `Give ${list ? 'a list of ' : 'a '}${type}${list ? 's' : ''}.`;
};

const invalid = (definition: ParameterDefinition, value: unknown, cause?: unknown): CasebookError => {
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return new CasebookError('InvalidParameter', `invalid ${definition.type} ${definition.name}: ${shown}`, {
    help: helpFor(definition),
    cause,
  });
};

const one = (definition: ParameterDefinition, value: unknown): string => {
  let literal: string | undefined;
  try {
    literal = WRITERS[definition.type](value, definition.values ?? []);
  } catch (error) {
    throw invalid(definition, value, error);
  }
  if (literal === undefined) throw invalid(definition, value);
  return literal;
};

/**
 * The KQL of a parameter's value: a literal, a name or operator of the allow-list, or raw KQL. A list becomes literals with
 * commas between, an empty one `dynamic([])`, so `in ({name})` holds either. A value that does not fit is an
 * `InvalidParameter` error that says what fits.
 */
export const parameterLiteral = (definition: ParameterDefinition, value: unknown): string => {
  if (!definition.list) return one(definition, value);
  if (!Array.isArray(value)) throw invalid(definition, value);
  return value.length === 0 ? 'dynamic([])' : value.map((item) => one(definition, item)).join(', ');
};

/** The KQL of an optional parameter without value and default: a null of its type, an empty string, or nothing. */
export const absentLiteral = ({ type, list }: ParameterDefinition): string | undefined => {
  if (type === 'kql') return '';
  if (type === 'operator' || type === 'table' || type === 'column') return undefined;
  if (list) return 'dynamic([])';
  return type === 'string' ? quoteString('') : `${type}(null)`;
};
