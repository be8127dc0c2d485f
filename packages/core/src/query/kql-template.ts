import { CasebookError } from '../error/casebook-error';
import { DateTime } from '../time/date-time';
import { Duration } from '../time/duration';
import { quoteBool, quoteDateTime, quoteDuration, quoteLong, quoteReal, quoteString } from './quote';
import { RawKql } from './raw-kql';
import { endsInComment } from './scan-kql';

/** A value that {@link kql} can quote; a list becomes literals with commas between. */
export type KqlValue =
  string | number | bigint | boolean | DateTime | Date | Duration | RawKql | readonly KqlValue[];

const quote = (value: KqlValue): string => {
  if (typeof value === 'string') return quoteString(value);
  if (typeof value === 'bigint') return quoteLong(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? quoteLong(value) : quoteReal(value);
  if (typeof value === 'boolean') return quoteBool(value);
  if (value instanceof DateTime) return quoteDateTime(value);
  if (value instanceof Duration) return quoteDuration(value);
  if (RawKql.is(value)) return `${value.text}${endsInComment(value.text) ? '\n' : ''}`;
  if (Array.isArray(value)) return value.length === 0 ? 'dynamic([])' : value.map(quote).join(', ');
  if (Object.prototype.toString.call(value) === '[object Date]')
    return quoteDateTime(DateTime.fromDate(value as Date));
  throw new CasebookError('InvalidParameter', `value that KQL has no literal for: ${String(value)}`, {
    help: 'Give a string, number, bigint, boolean, DateTime, Date, Duration, rawKql(…), or a list of them.',
  });
};

/**
 * KQL text with each value quoted: kql`SecurityEvent | where Computer == ${host}`. Whole numbers within ±(2^53 - 1) are
 * long, other numbers real; a list is literals with commas between, an empty one `dynamic([])`. Values stand where
 * a literal may stand, never inside quotes.
 */
export const kql = (texts: TemplateStringsArray, ...values: readonly KqlValue[]): string =>
  texts
    .map((text, place) => (place === 0 ? text : `${quote(values[place - 1] as KqlValue)}${text}`))
    .join('');
