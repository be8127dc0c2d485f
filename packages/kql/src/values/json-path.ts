import { isArray, isBag, type JsonValue } from './json-value';

/** The steps of a path such as `$.a[0]['b c']`: keys as text, items as numbers; nothing where the path is another. */
export function jsonPath(path: string): readonly (string | number)[] | undefined {
  const steps = path.match(/\.[^.[\]]+|\['[^']*'\]|\["[^"]*"\]|\[-?\d+\]/g) ?? [];
  if (`$${steps.join('')}` !== path) return undefined;
  return steps.map((step) => {
    if (step.startsWith('.')) return step.slice(1);
    const inside = step.slice(1, -1);
    return /^-?\d+$/.test(inside) ? Number(inside) : inside.slice(1, -1);
  });
}

/** What stands at the end of the steps; nothing where a step leads nowhere. */
export function valueAt(value: JsonValue, steps: readonly (string | number)[]): JsonValue | undefined {
  let at: JsonValue | undefined = value;
  for (const step of steps) {
    if (at === undefined || at === null) return undefined;
    if (typeof step === 'number') at = isArray(at) ? at.at(step) : undefined;
    else at = isBag(at) ? at.get(step) : undefined;
  }
  return at;
}
