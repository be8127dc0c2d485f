import type { Schema } from '../contract/schema';
import { wordsIn } from '../contract/stored-functions';

/** What a text may name, by its words and those of the stored functions that it can reach. */
export interface MentionedNames {
  readonly words: ReadonlySet<string>;
  /** Stored functions, those without a table of their name. */
  readonly functions: readonly string[];
  /** Whether the text or a function searches all tables. */
  readonly everywhere: boolean;
}

/** Follows a text through the bodies of the stored functions that its words name; a body that cannot be read has no words. */
export function mentionedNames(text: string, schema: Schema): MentionedNames {
  const words = new Set(wordsIn(text));
  const { functions: stored } = schema;
  const functions: string[] = [];
  const everywhere = searches(text);
  if (!stored) return { words, functions, everywhere };
  const tables = schema.symbols?.beside(schema, () => tableNames(schema)) ?? tableNames(schema);
  for (const name of stored.quoted) if (text.includes(name)) words.add(name);
  for (const word of words) {
    if (tables.has(word) || !stored.has(word)) continue;
    functions.push(word);
    for (const inner of wordsOf(word, stored)) words.add(inner);
  }
  return { words, functions, everywhere: everywhere || functions.some((name) => reaches(name, stored)) };
}

const tableNames = ({ tables }: Schema): ReadonlySet<string> => new Set(tables.map(({ name }) => name));

type Stored = NonNullable<Schema['functions']>;

function wordsOf(name: string, stored: Stored): ReadonlySet<string> {
  try {
    return stored.wordsOf(name);
  } catch {
    return new Set();
  }
}

function reaches(name: string, stored: Stored): boolean {
  const words = wordsOf(name, stored);
  const candidates = ['search', 'find', 'union'].some((word) => words.has(word));
  return candidates && searches(stored.find(name)?.body ?? '');
}

const searches = (text: string): boolean => /\b(search|find)\b|\bunion\b[^|;]*\*/.test(text);
