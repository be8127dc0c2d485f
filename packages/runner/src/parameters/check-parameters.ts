import { CasebookError } from '@casebook/core';
import { accepts } from './accepts';
import type { NotebookParameter, ParameterValue } from './parameter';
import { describeType } from './read-declarations';

/** Finds the declaration of a name; a name that the notebook does not have is an `UnknownParameter` error that lists what exists. */
export function findParameter(declared: readonly NotebookParameter[], name: string): NotebookParameter {
  const found = declared.find((parameter) => parameter.name === name);
  if (found) return found;
  const list = declared.map((parameter) => `${parameter.name}: ${describeType(parameter.type)}`).join(', ');
  throw new CasebookError('UnknownParameter', `unknown parameter: ${name}`, {
    help:
      declared.length > 0
        ? `The notebook has ${list}.`
        : 'The notebook has none: declare them in a code cell tagged `parameters`.',
  });
}

/** Checks that each value has a declared name (`UnknownParameter`) and type (`InvalidParameter`). */
export function checkParameters(
  declared: readonly NotebookParameter[],
  values: Readonly<Record<string, ParameterValue>>,
): void {
  for (const [name, value] of Object.entries(values)) {
    const { type } = findParameter(declared, name);
    if (accepts(type, value)) continue;
    throw new CasebookError('InvalidParameter', `invalid parameter: ${name}=${String(value)}`, {
      help: `${name} takes ${describeType(type)}.`,
    });
  }
}
