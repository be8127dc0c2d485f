import type { ParameterType, ParameterValue } from './parameter';

/** Whether a parameter of this type takes the value; numbers are finite. */
export function accepts(type: ParameterType, value: ParameterValue): boolean {
  switch (type.kind) {
    case 'any':
      return true;
    case 'value':
      return value === type.value;
    case 'list':
      return Array.isArray(value) && value.every((item: ParameterValue) => accepts(type.of, item));
    case 'union':
      return type.of.some((one) => accepts(one, value));
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'null':
      return value === null;
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return typeof value === type.kind;
  }
}
