import { setOwn, type Json } from '@casebook/core';

type JsonObject = { readonly [key: string]: Json };

const MOST_REFERENCES = 10_000;

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Replaces each `{ $ref }` by the object of that `$id`, forward or backward, alone or in lists; `$id` goes. */
export const resolveReferences = (values: readonly Json[]): readonly Json[] => {
  const targets = new Map<string, JsonObject>();
  values.forEach((value) => collect(value, targets));
  let left = MOST_REFERENCES;
  const resolve = (value: Json, within: ReadonlySet<string>): Json => {
    if (Array.isArray(value)) return value.map((item: Json) => resolve(item, within));
    if (!isObject(value)) return value;
    const reference = value['$ref'];
    const target = typeof reference === 'string' ? targets.get(reference) : undefined;
    if (typeof reference === 'string' && target) {
      left -= 1;
      return left < 0 || within.has(reference) ? outline(target) : resolve(target, within);
    }
    const id = value['$id'];
    const inside = typeof id === 'string' ? new Set([...within, id]) : within;
    return map(value, (each) => resolve(each, inside));
  };
  return values.map((value) => resolve(value, new Set()));
};

const collect = (value: Json, targets: Map<string, JsonObject>): void => {
  if (typeof value !== 'object' || value === null) return;
  if (isObject(value)) {
    const id = value['$id'];
    if (typeof id === 'string' && !targets.has(id)) targets.set(id, value);
  }
  Object.values(value).forEach((each: Json) => collect(each, targets));
};

const map = (value: JsonObject, change: (value: Json) => Json): JsonObject => {
  const changed: Record<string, Json> = {};
  for (const [key, each] of Object.entries(value)) if (key !== '$id') setOwn(changed, key, change(each));
  return changed;
};

const outline = (target: JsonObject): JsonObject => {
  const plain: Record<string, Json> = {};
  for (const [key, each] of Object.entries(target))
    if (key !== '$id' && typeof each !== 'object') setOwn(plain, key, each);
  return plain;
};
