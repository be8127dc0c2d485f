import type { ColumnInfo, KqlType } from '@casebook/core';
import { knownTable } from '@casebook/kql';
import type { Issue } from '../convert/issue';

/** A column that a file of a table holds; without a type where no row has a value. */
export interface SeenColumn {
  readonly file: string;
  readonly name: string;
  readonly type?: KqlType;
}

/** The one type that holds the values of all; a string where they do not fit together. */
const common = (types: ReadonlySet<KqlType>): { type: KqlType; conflict: boolean } => {
  const [first = 'string'] = types;
  if (types.size <= 1) return { type: first, conflict: false };
  const all = (...allowed: KqlType[]): boolean => [...types].every((type) => allowed.includes(type));
  if (all('int', 'long')) return { type: 'long', conflict: false };
  if (all('int', 'long', 'real')) return { type: 'real', conflict: false };
  if (all('guid', 'string')) return { type: 'string', conflict: false };
  return { type: 'string', conflict: true };
};

/** Tells a column that differs from a published one only by case: KQL takes them for two. */
const similar = (table: string, name: string, published: readonly ColumnInfo[]): Issue[] =>
  published
    .filter((column) => column.name.toLowerCase() === name.toLowerCase())
    .map((column) => ({
      kind: 'similar column',
      table,
      file: '',
      count: 1,
      example: `${name} is kept beside ${column.name}; rename it in casebook.yaml if they are one`,
    }));

/**
 * The columns of a table: the published ones in their order, then those that only its files have, in the order in which they
 * come, each of the type that holds what all files have there; files that contradict each other are told.
 */
export const unifyTypes = (
  table: string,
  seen: readonly SeenColumn[],
): { columns: readonly ColumnInfo[]; issues: readonly Issue[] } => {
  const published = knownTable(table)?.columns ?? [];
  const known = new Set(published.map(({ name }) => name));
  const unknown = new Map<string, { readonly types: Set<KqlType>; readonly files: string[] }>();
  for (const { file, name, type } of seen) {
    if (known.has(name)) continue;
    const found = unknown.get(name) ?? { types: new Set(), files: [] };
    if (type) {
      found.types.add(type);
      found.files.push(`${file}: ${type}`);
    }
    unknown.set(name, found);
  }
  const issues = [...unknown.keys()].flatMap((name) => similar(table, name, published));
  const own = [...unknown].map(([name, { types, files }]): ColumnInfo => {
    const { type, conflict } = common(types);
    if (conflict)
      issues.push({
        kind: 'type conflict',
        table,
        file: '',
        count: files.length,
        example: `${name}: ${files.slice(0, 3).join(', ')} → ${type}`,
      });
    return { name, type };
  });
  return { columns: [...published, ...own], issues };
};
