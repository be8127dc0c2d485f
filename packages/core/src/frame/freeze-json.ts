import type { Json } from './cell';

/** Parses JSON text into a deeply frozen value; `__proto__` stays an ordinary key. */
export const parseFrozen = (text: string): Json =>
  JSON.parse(text, (_key, value: unknown) => Object.freeze(value)) as Json;
