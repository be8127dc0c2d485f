import { unanswerable } from './unanswerable';
import { isArray, isBag, type JsonValue } from './json-value';

type Scalar = 'long' | 'double' | 'string';

/** What values have in common: the names of their scalar types, their members, the items of their arrays. */
interface Shape {
  readonly scalars: Set<Scalar>;
  members?: Map<string, Shape>;
  items?: Shape;
}

/**
 * The schema that all of several dynamic values fit, as `buildschema` gives it: the name of a type, `{member: schema}`,
 * ``{"`indexer`": schema}`` for arrays, or an array where there are several. Nulls say nothing. Nothing for no values.
 * Mixtures whose order Kusto does not document are refused.
 * See https://learn.microsoft.com/kusto/query/buildschema-aggregation-function
 */
export function schemaOf(values: readonly JsonValue[]): JsonValue | undefined {
  const shape: Shape = { scalars: new Set() };
  for (const value of values) observe(value, shape);
  return described(shape);
}

function observe(value: JsonValue, shape: Shape): void {
  if (value === null) return;
  if (isBag(value)) {
    shape.members ??= new Map();
    for (const [name, item] of value) {
      const member = shape.members.get(name) ?? { scalars: new Set() };
      shape.members.set(name, member);
      observe(item, member);
    }
  } else if (isArray(value)) {
    shape.items ??= { scalars: new Set() };
    for (const item of value) observe(item, shape.items);
  } else shape.scalars.add(scalarName(value));
}

function scalarName(value: string | number | bigint | boolean): Scalar {
  if (typeof value === 'boolean') unanswerable('buildschema of a truth value');
  return typeof value === 'string' ? 'string' : typeof value === 'bigint' ? 'long' : 'double';
}

function described({ scalars, members, items }: Shape): JsonValue | undefined {
  const object =
    members && new Map([...members].map(([name, member]) => [name, described(member) ?? null] as const));
  const array = items && new Map([['`indexer`', described(items) ?? null] as const]);
  if (object && array) unanswerable('buildschema of objects beside arrays');
  if ([object, array].some((one) => one && [...one.values()].includes(null)))
    unanswerable('buildschema of members without values');
  const names = [...scalars].sort();
  if (names.length > 2 || (names.length === 2 && names[0] !== 'long') || (array && names.length > 0))
    unanswerable(`buildschema of mixed values: ${names.join(', ')}`);
  const all: readonly JsonValue[] = [...(object ? [object] : []), ...(array ? [array] : []), ...names];
  return all.length > 1 ? all : all[0];
}
