import type { Schema } from '../contract/schema';
import { kustoRuntime, type Native } from './kusto-runtime';
import { mentionedNames } from './mentioned-names';
import { SENTINEL_FUNCTIONS } from './sentinel-functions';

/** How many calls of a function, told apart by their constant arguments, are remembered with their bound bodies. */
const CALLS = 2;

interface Dictionary {
  TryAdd(key: unknown, value: unknown): boolean;
  TryGetValue(key: unknown, found: { v?: unknown }): boolean;
}

interface Memory {
  /** Bound bodies, and the columns that they give, by the constants of a call: the parser's own most-recently-used lists. */
  readonly bodies: unknown;
  readonly results: unknown;
  facts?: unknown;
}

/**
 * The binder's state with what earlier queries of the same schema have bound of its stored functions; `keep` notes what the
 * binder learnt of them since. A body that reads what differs from query to query is bound anew each time.
 */
export function withSharedBodies(
  state: Native,
  functions: ReadonlyMap<string, object>,
  schema: Schema,
): { readonly state: Native; keep(): void } {
  const { symbols } = schema;
  const own = [...functions].filter(([name]) => isClosed(name, schema));
  if (!symbols || own.length === 0) return { state, keep: () => undefined };
  const cached = call(state, 'WithCache');
  const cache = bindingCache(cached);
  const known = own.map(([, symbol]) => ({ symbol, memory: symbols.beside(symbol, emptyMemory) }));
  for (const { symbol, memory } of known) {
    const signature = signatureOf(symbol);
    cache.CallSiteToExpansionMap.TryAdd(signature, memory.bodies);
    cache.CallSiteToResultTypeMap.TryAdd(signature, memory.results);
    if (memory.facts) cache.DatabaseFunctionBodyFacts.TryAdd(signature, memory.facts);
  }
  const keep = (): void => {
    for (const { symbol, memory } of known) {
      const found: { v?: unknown } = {};
      if (cache.DatabaseFunctionBodyFacts.TryGetValue(signatureOf(symbol), found)) memory.facts = found.v;
    }
  };
  return { state: cached, keep };
}

/** Whether a stored function, with all that it calls, reads nothing but its arguments and tables that it names in full. */
export function isClosed(name: string, schema: Schema): boolean {
  const { functions, symbols } = schema;
  if (!functions?.has(name)) return false;
  const known = symbols?.beside(functions, () => new Map<string, boolean>());
  const before = known?.get(name);
  if (before !== undefined) return before;
  const { words, everywhere } = mentionedNames(name, schema);
  const found = !everywhere && !SENTINEL_FUNCTIONS.some((one) => words.has(one));
  known?.set(name, found);
  return found;
}

interface BindingCache {
  readonly CallSiteToExpansionMap: Dictionary;
  readonly CallSiteToResultTypeMap: Dictionary;
  readonly DatabaseFunctionBodyFacts: Dictionary;
}

function bindingCache(state: Native): BindingCache {
  const { GlobalBindingCache } = kustoRuntime().language.Binding as Native;
  return call(state.Cache as Native, 'GetOrCreate', GlobalBindingCache) as unknown as BindingCache;
}

function emptyMemory(): Memory {
  const { language } = kustoRuntime();
  const { CallSiteInfo } = language.Binding as Native;
  const list = (value: unknown): unknown => {
    const generic = (language.Utils as Native).MostRecentlyUsedCache$2 as (
      key: unknown,
      of: unknown,
    ) => new (size: number) => unknown;
    return new (generic(CallSiteInfo, value))(CALLS);
  };
  return {
    bodies: list(language.FunctionCallExpansion),
    results: list((language.Symbols as Native).TypeSymbol),
  };
}

const signatureOf = (symbol: object): unknown =>
  ((symbol as Native).Signatures as { getItem?: (index: number) => unknown } & readonly unknown[]).getItem?.(
    0,
  ) ?? ((symbol as Native).Signatures as readonly unknown[])[0];

const call = (value: Native, method: string, ...given: readonly unknown[]): Native =>
  (value[method] as (this: Native, ...given: readonly unknown[]) => Native).call(value, ...given);
