// A raw value of a statement as the judge expects it.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { DateTime, Duration } = require('../../packages/core/dist/index.js');

/** The value as Log Analytics sends it. */
export function answerValue(value, type) {
  if (value === null || value === undefined) return type === 'string' ? '' : null;
  switch (type) {
    case 'int':
    case 'long':
      return typeof value === 'bigint' && (value > 9007199254740991n || value < -9007199254740991n)
        ? String(value)
        : Number(value);
    case 'real':
      return Number.isFinite(value)
        ? value
        : Number.isNaN(value)
          ? 'NaN'
          : value > 0
            ? 'Infinity'
            : '-Infinity';
    case 'datetime':
      return new DateTime(value).toString();
    case 'timespan':
      return new Duration(value).toString();
    case 'dynamic':
      return /^[[{]/.test(value) ? value : scalarOf(value);
    case 'bool':
      return value;
    default:
      return String(value);
  }
}

/** A dynamic that is no array and no object; integers that a double cannot hold stay text. */
function scalarOf(text) {
  const value = JSON.parse(text);
  return typeof value === 'number' && /^-?\d{16,}$/.test(text) ? `@@${text}@@` : value;
}
