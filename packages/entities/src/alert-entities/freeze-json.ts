import type { Json } from '@casebook/core';

/** Freezes parsed JSON all the way down and gives it back. */
export const freezeJson = (value: unknown): Json => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freezeJson);
  return value as Json;
};
