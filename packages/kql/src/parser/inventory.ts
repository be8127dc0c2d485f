import { kustoRuntime, type Native, type NativeList } from './kusto-runtime';

/** What the parser itself knows of the language, by name. */
export interface Inventory {
  readonly operators: readonly string[];
  readonly functions: readonly string[];
  readonly aggregates: readonly string[];
  readonly plugins: readonly string[];
}

/** Reads the parser's own lists: operators by the parser's names of them, the others as they are written. */
export function inventory(): Inventory {
  const { language } = kustoRuntime();
  const kinds = Object.keys((language.Syntax as Native).SyntaxKind as object);
  return {
    operators: kinds.filter((kind) => /Operator$/.test(kind) && !/^(Bad|Missing)/.test(kind)).sort(),
    functions: names(language.Functions),
    aggregates: names(language.Aggregates),
    plugins: names(language.PlugIns),
  };
}

/** The names of all functions and aggregates. */
export function functionNames(): readonly string[] {
  const { language } = kustoRuntime();
  return [...names(language.Functions), ...names(language.Aggregates)];
}

const isArray = (list: NativeList | readonly unknown[]): list is readonly unknown[] => Array.isArray(list);

function names(holder: unknown): readonly string[] {
  const all = (holder as { All: NativeList | readonly unknown[] }).All;
  const symbols = isArray(all) ? all : Array.from({ length: all.Count }, (_, index) => all.getItem(index));
  const found = symbols.map((symbol) => String((symbol as Native).Name));
  return [...new Set(found)].filter((name) => !name.startsWith('__')).sort();
}
