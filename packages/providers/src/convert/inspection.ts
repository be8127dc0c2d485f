import type { KqlType } from '@casebook/core';
import type { Issue } from './issue';

/** A column that a file holds. */
export interface InspectedColumn {
  /** Its name in the table. */
  readonly name: string;
  /** Its number in a CSV file or its name in the others. */
  readonly source: number | string;
  /** The type of its values; absent where the table's published schema tells it or no row has a value. */
  readonly type?: KqlType;
}

/** What a look at a whole file found. */
export interface Inspection {
  readonly columns: readonly InspectedColumn[];
  /** Lines that could not be split. */
  readonly rejected: number;
  /** Rows that were counted before the engine read them, where they were. */
  readonly records?: number;
  readonly issues: readonly Issue[];
  /** Whether its rows are recorded Windows events. */
  readonly events: boolean;
}

/** What is known before a file is looked at. */
export interface Expectation {
  readonly table: string;
  readonly file: string;
  /** Table's column by file's column. */
  readonly rename: ReadonlyMap<string, string>;
  /** Columns whose type needs no look. */
  readonly known: ReadonlySet<string>;
}

/** The names of a file's columns in the table, each once, and what had to be changed for that. */
export const tableNames = (
  names: readonly string[],
  { table, file, rename }: Expectation,
): { names: string[]; issues: Issue[] } => {
  const renamed = names.map((name) => rename.get(name) ?? name);
  const wanted = new Set(names.filter((name) => rename.has(name)).map((name) => rename.get(name) as string));
  const taken = new Set<string>();
  const issues = [...rename.keys()]
    .filter((own) => !names.includes(own))
    .map((own): Issue => ({
      kind: 'unused rename',
      table,
      file,
      count: 1,
      example: `${JSON.stringify(own)} is no column of the file`,
    }));
  const unique = renamed.map((name, index) => {
    const own = names[index] as string;
    const first = name === '' ? `Column${index + 1}` : name.replaceAll('\0', '\uFFFD');
    let candidate = first;
    const blocked = (text: string): boolean => taken.has(text) || (!rename.has(own) && wanted.has(text));
    for (let suffix = 1; blocked(candidate); suffix += 1) candidate = `${first}${suffix}`;
    taken.add(candidate);
    if (candidate !== name)
      issues.push({
        kind: 'renamed column',
        table,
        file,
        count: 1,
        example: `${JSON.stringify(own)} → ${candidate}`,
      });
    return candidate;
  });
  return { names: unique, issues };
};
