import { parseDatetime } from '../values/datetime-text';
import { parseTimespan } from '../values/timespan-text';
import { unanswerable } from '../values/unanswerable';

/** A date or a time of day in a form that Kusto's list of formats lacks, and that a parser may yet know. */
const UNLISTED_DATE =
  /^(?:\d{4}(?:-\d{1,2})?|\d{8}|\d{4}-?W\d\d.*|\d{4}-\d{3}|\d{1,4}[. ]\d{1,2}[. ]\d{1,4}\b.*|T?\d{1,2}:\d{2}.*|\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:T|[T ]+\d{1,2}(?:\s*[AP]M)?Z?))$/i;

/** Not followed by a time of day, or with the month first: forms of words that the list lacks. */
const UNLISTED_WORDS =
  /^(?:[a-z]{3,9},?\s+)?(?:\d{1,2}[ -][a-z]{3,9}[ -]\d{2,4}|[a-z]{3,9}\s+\d{1,2},?\s+\d{4}.*)$/i;

/**
 * Reads a moment as `todatetime` does: null where the text is none. Errors: KqlUnsupported for a text in a form that
 * https://learn.microsoft.com/kusto/query/scalar-data-types/datetime does not list.
 */
export function datetimeOf(text: string): bigint | null {
  const plain = text.trim();
  return UNLISTED_DATE.test(plain) || UNLISTED_WORDS.test(plain)
    ? unanswerable(`todatetime of ${plain.slice(0, 40)}`)
    : parseDatetime(text);
}

/** Begins as a length of time does. */
const LIKE_A_SPAN = /^[-+]?\.?\d[\d.:, ]*(?:[a-z]+[\s\d.]*)*$/i;

/**
 * Reads a timespan as `totimespan` does: null where the text is none. Errors: KqlUnsupported for a text that looks like
 * one in a form that https://learn.microsoft.com/kusto/query/scalar-data-types/timespan does not show, as `25:00:00`.
 */
export function timespanOf(text: string): bigint | null {
  const ticks = parseTimespan(text);
  const plain = text.trim();
  if (ticks !== null)
    return BigInt.asIntN(64, ticks) === ticks ? ticks : unanswerable(`totimespan of ${plain}`);
  return LIKE_A_SPAN.test(plain) ? unanswerable(`totimespan of ${plain.slice(0, 40)}`) : null;
}
