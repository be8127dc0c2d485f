import { CasebookError } from '../error/casebook-error';
import { DateTime } from '../time/date-time';
import { Duration } from '../time/duration';
import type { KqlType } from './kql-type';

const isNumeric = (type: KqlType): boolean => type === 'long' || type === 'real';

const typeOf = (value: unknown): KqlType => {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'bigint') return 'long';
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? 'long' : 'real';
  if (value instanceof DateTime || Object.prototype.toString.call(value) === '[object Date]')
    return 'datetime';
  return value instanceof Duration ? 'timespan' : 'dynamic';
};

/**
 * The type that holds all of the values: whole numbers are long, other numbers real, Date is datetime, objects and lists are
 * dynamic, nothing but nulls is string. Values of types that do not fit together are a `TypeMismatch` error.
 */
export const inferType = (values: readonly unknown[], name: string): KqlType => {
  let type: KqlType | undefined;
  for (const value of values) {
    if (value === null || value === undefined) continue;
    const next = typeOf(value);
    if (type === undefined || type === next) type = next;
    else if (isNumeric(type) && isNumeric(next)) type = 'real';
    else {
      throw new CasebookError('TypeMismatch', `${type} and ${next} in column ${JSON.stringify(name)}`, {
        help: 'Declare its type.',
      });
    }
  }
  return type ?? 'string';
};
