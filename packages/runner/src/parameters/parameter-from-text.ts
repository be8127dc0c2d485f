import { CasebookError } from '@casebook/core';
import { accepts } from './accepts';
import type { NotebookParameter, ParameterType, ParameterValue } from './parameter';
import { describeType } from './read-declarations';

/**
 * The value that a text means for a parameter: the text itself where it takes a string, otherwise the number,
 * bigint, boolean, null or JSON written there. A text that means none is an `InvalidParameter` error.
 */
export function parameterFromText(parameter: NotebookParameter, text: string): ParameterValue {
  const value = candidates(parameter.type, text).find((one) => accepts(parameter.type, one.value));
  if (value) return value.value;
  throw new CasebookError('InvalidParameter', `invalid parameter: ${parameter.name}=${text}`, {
    help: `${parameter.name} takes ${describeType(parameter.type)}; lists and objects are written as JSON.`,
  });
}

function candidates(type: ParameterType, text: string): { value: ParameterValue }[] {
  const found: { value: ParameterValue }[] = [];
  const json = type.kind === 'string' ? null : parseJson(text);
  if (json) found.push(json);
  if (/^-?\d+n?$/.test(text) && type.kind !== 'any') found.push({ value: BigInt(text.replace('n', '')) });
  if (text === 'undefined') found.push({ value: undefined });
  const asText = { value: text };
  return takesPlainText(type) ? [asText, ...found] : [...found, asText];
}

/** A union that takes any string keeps `1` a text only where nothing else would take it. */
function takesPlainText(type: ParameterType): boolean {
  return type.kind === 'string';
}

function parseJson(text: string): { value: ParameterValue } | null {
  try {
    return { value: JSON.parse(text) as ParameterValue };
  } catch {
    return null;
  }
}
