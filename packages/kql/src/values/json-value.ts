/** A parsed dynamic value: longs are bigint, reals are number, objects keep the order of their keys. */
export type JsonValue =
  null | boolean | bigint | number | string | readonly JsonValue[] | ReadonlyMap<string, JsonValue>;

/** Whether a value is an object. */
export const isBag = (value: JsonValue): value is ReadonlyMap<string, JsonValue> => value instanceof Map;

/** Whether a value is an array. */
export const isArray = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
