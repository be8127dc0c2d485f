import { isArray, isBag, type JsonValue } from './json-value';
import { realText, textOfReal } from './real-text';

const notFinite = (value: number): string =>
  Number.isNaN(value) ? '"NaN"' : value > 0 ? '"Infinity"' : '"-Infinity"';

/** Writes a dynamic value as compact JSON; reals always show that they are reals, as `1.0`. */
export function printJson(value: JsonValue): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isFinite(value) ? realText(value) : notFinite(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (isArray(value)) return `[${value.map(printJson).join(',')}]`;
  if (isBag(value)) {
    return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}:${printJson(item)}`).join(',')}}`;
  }
  return String(value);
}

/** The text of a dynamic value as `tostring` gives it: strings without quotes, null as the empty string. */
export function jsonText(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? textOfReal(value) : printJson(value);
}
