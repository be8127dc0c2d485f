import { CasebookError, setOwn, type Json } from '@casebook/core';
import type { Entity } from '../entity';
import { canonicalJson } from './canonical-json';
import { displayName } from './display-name';
import { sameEntity } from './same-entity';

/** A property on which two records of one entity differ. */
export interface MergeConflict {
  readonly property: string;
  readonly kept: Json;
  readonly other: Json;
}

/** What {@link mergeEntities} gives. */
export interface Merged<E extends Entity> {
  readonly entity: E;
  /** Where the records differ; the first one's value was kept. */
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Joins what two records say of one entity; texts that differ only in case are equal. Nothing is overwritten: where they
 * differ, the first is kept and the conflict reported. Records of different entities are an `InvalidValue` error.
 */
export const mergeEntities = <E extends Entity>(first: E, second: E): Merged<E> => {
  if (!sameEntity(first, second))
    throw new CasebookError(
      'InvalidValue',
      `different entities: ${displayName(first)}, ${displayName(second)}`,
      {
        help: 'Merge records whose identity is equal; sameEntity tells.',
      },
    );
  const conflicts: MergeConflict[] = [];
  return { entity: mergeObjects(first, second, conflicts, '') as E, conflicts };
};

type JsonObject = { readonly [key: string]: Json };

const mergeObjects = (a: JsonObject, b: JsonObject, conflicts: MergeConflict[], path: string): JsonObject => {
  const merged: Record<string, Json> = {};
  for (const [name, value] of Object.entries(a)) setOwn(merged, name, value);
  for (const [name, other] of Object.entries(b)) {
    const kept = Object.hasOwn(a, name) ? (a[name] as Json) : undefined;
    if (kept === undefined) setOwn(merged, name, other);
    else setOwn(merged, name, mergeValues(kept, other, conflicts, `${path}${name}`));
  }
  return Object.freeze(merged);
};

const mergeValues = (kept: Json, other: Json, conflicts: MergeConflict[], property: string): Json => {
  if (equal(kept, other)) return kept;
  if (Array.isArray(kept) && Array.isArray(other)) return mergeLists(kept, other);
  if (isEntity(kept) && isEntity(other) && sameEntity(kept, other))
    return mergeObjects(kept, other, conflicts, `${property}.`);
  conflicts.push({ property, kept, other });
  return kept;
};

const equal = (a: Json, b: Json): boolean =>
  typeof a === 'string' && typeof b === 'string'
    ? a.toLowerCase() === b.toLowerCase()
    : canonicalJson(a) === canonicalJson(b);

const isEntity = (value: Json): value is Entity & JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'Type' in value;

const mergeLists = (a: readonly Json[], b: readonly Json[]): readonly Json[] => {
  const same = (x: Json, y: Json): boolean => (isEntity(x) && isEntity(y) ? sameEntity(x, y) : equal(x, y));
  return Object.freeze([...a, ...b.filter((item) => !a.some((known) => same(known, item)))]);
};
