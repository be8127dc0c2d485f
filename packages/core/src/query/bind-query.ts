import { CasebookError } from '../error/casebook-error';
import type { Row } from '../frame/cell';
import type { TimeSpan } from '../time/time-span';
import { absentLiteral, parameterLiteral } from './parameter-literal';
import type { ParameterDefinition, QueryDefinition } from './query-definition';

/** What binding may use beside the parameters. */
export interface BindOptions {
  /** Fills the datetime parameters `start` and `end` where the caller gives none. */
  readonly timeSpan?: TimeSpan;
}

const SLOT = /\{\{|\}\}|\{([A-Za-z_][A-Za-z0-9_]*)\}|[{}]/g;

const listOf = (parameters: readonly ParameterDefinition[]): string =>
  parameters.length === 0
    ? 'It takes none.'
    : `Parameters: ${parameters.map(({ name, required }) => (required ? `${name} (required)` : name)).join(', ')}.`;

const refuseUnknown = (name: string, parameters: readonly ParameterDefinition[], given: object): void => {
  for (const key of Object.keys(given)) {
    if (parameters.some((parameter) => parameter.name === key)) continue;
    throw new CasebookError('UnknownParameter', `unknown parameter of ${name}: ${key}`, {
      help: listOf(parameters),
    });
  }
};

const valueOf = (definition: ParameterDefinition, given: object, timeSpan: TimeSpan | undefined): unknown => {
  const { name, type } = definition;
  const value = Object.hasOwn(given, name) ? (given as Record<string, unknown>)[name] : undefined;
  if (value !== undefined && value !== null) return value;
  if (timeSpan && type === 'datetime' && (name === 'start' || name === 'end')) return timeSpan[name];
  return definition.default;
};

const literalOf = (parameter: ParameterDefinition, value: unknown): string | undefined => {
  if (value !== undefined && value !== null) return parameterLiteral(parameter, value);
  return parameter.required ? undefined : absentLiteral(parameter);
};

/**
 * The KQL text of a definition with its parameters filled in, each as one literal (see `parameterLiteral`). A value of
 * undefined or null counts as not given. Unknown, missing and unfit parameters are `UnknownParameter`, `MissingParameter` and
 * `InvalidParameter` errors that list what exists; a slot that the definition does not declare is `InvalidConfiguration`.
 */
export const bindQuery = <P, R extends Row>(
  definition: QueryDefinition<P, R>,
  parameters: P,
  options: BindOptions = {},
): string => {
  const { parameters: definitions, kql } = definition;
  const title = `${definition.family}.${definition.name}`;
  const given: object = parameters ?? {};
  refuseUnknown(title, definitions, given);
  const literals = new Map<string, string>();
  for (const parameter of definitions) {
    const literal = literalOf(parameter, valueOf(parameter, given, options.timeSpan));
    if (literal === undefined) {
      throw new CasebookError('MissingParameter', `missing parameter of ${title}: ${parameter.name}`, {
        help: listOf(definitions),
      });
    }
    literals.set(parameter.name, literal);
  }
  return fillSlots(kql, literals, title);
};

const fillSlots = (kql: string, literals: ReadonlyMap<string, string>, title: string): string =>
  kql.replace(SLOT, (token, name: string | undefined) => {
    if (token === '{{') return '{';
    if (token === '}}') return '}';
    const literal = name === undefined ? undefined : literals.get(name);
    if (literal !== undefined) return literal;
    throw new CasebookError('InvalidConfiguration', `undeclared slot in ${title}: ${token}`, {
      help: 'Declare the parameter, or double the brace.',
    });
  });
