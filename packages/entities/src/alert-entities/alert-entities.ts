import { CasebookError, setOwn, type Json } from '@casebook/core';
import type { Entity } from '../entity';
import { freezeJson } from './freeze-json';
import { canonicalName, canonicalType } from './property-names';
import { resolveReferences } from './resolve-references';

type JsonObject = { readonly [key: string]: Json };

/**
 * The entities of an alert's `Entities` cell, as text or parsed, with every `$ref` replaced by what it points to. Names of
 * the management interface (`hostName`) get the spelling of alerts (`HostName`). An empty cell has none; text that is not
 * JSON, or not a list, is an `InvalidValue` error. Within a cycle, and past 10,000 references, a reference gives the
 * plain properties of its target only; one without target stays as it is.
 */
export const alertEntities = (cell: string | Json): readonly Entity[] => {
  const value = typeof cell === 'string' ? parse(cell) : cell;
  if (value === null) return Object.freeze([]);
  if (!Array.isArray(value)) throw invalid('Entities are a JSON list.');
  const named = value.map((item: Json) => rename(unwrap(item)));
  return freezeJson(resolveReferences(named).filter(isObject)) as readonly Entity[];
};

const parse = (text: string): Json => {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw invalid('Entities are a JSON list.', cause);
  }
};

const invalid = (help: string, cause?: unknown): CasebookError =>
  new CasebookError('InvalidValue', 'invalid alert entities', { help, cause });

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Entities of incidents come as `[kind, properties]` or `{ kind, properties }`. */
const unwrap = (item: Json): Json => {
  const [kind, properties] = Array.isArray(item)
    ? (item as readonly Json[])
    : isObject(item) && typeof item['kind'] === 'string'
      ? [item['kind'], item['properties'] ?? null]
      : [];
  return typeof kind === 'string' && isObject(properties ?? null)
    ? { ...(properties as JsonObject), Type: kind }
    : item;
};

/** The same value with names as alerts spell them, and types in lower case; top-level objects always have a type. */
const rename = (value: Json, top = true): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => rename(item, false));
  if (!isObject(value)) return value;
  const written = value['Type'] ?? value['type'];
  const reference = typeof value['$ref'] === 'string' && written === undefined;
  const type = canonicalType(typeof written === 'string' ? written : '');
  const renamed: Record<string, Json> = {};
  for (const [key, each] of Object.entries(value)) {
    const name = canonicalName(type, key);
    if (name !== 'Type') setOwn(renamed, name, rename(each, false));
  }
  if (type !== '' || (top && !reference)) renamed['Type'] = type || 'unknown';
  return renamed;
};
