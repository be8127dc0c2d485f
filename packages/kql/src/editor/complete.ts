import { CasebookError, type Completion, type CompletionKind } from '@casebook/core';
import type { Schema } from '../contract/schema';
import { proposals, type Proposal, type Proposals } from '../parser/code-service';
import { knownTableNames } from '../schema/known-table';
import { refusedNames } from './refused-names';

/** A table that stands for all: where the parser proposes it, a table may stand. */
const ANY_TABLE = 'AnyTableOfTheWorkspace';

const KINDS: Readonly<Record<string, CompletionKind>> = {
  Column: 'column',
  Table: 'table',
  BuiltInFunction: 'function',
  LocalFunction: 'function',
  DatabaseFunction: 'function',
  AggregateFunction: 'aggregate',
  Parameter: 'variable',
  Variable: 'variable',
  QueryPrefix: 'operator',
  ScalarInfix: 'operator',
  ScalarPrefix: 'operator',
  TabularPrefix: 'operator',
  TabularSuffix: 'operator',
};

/** Parts of a cluster that a workspace does not have. */
const ELSEWHERE =
  /^(cluster|database|entity_group|external_table|graph|materialized_view|stored_query_result)$/;

/**
 * What may stand at an offset of a query, likeliest first, as Microsoft's own completer sees it: operators, columns in scope,
 * functions, aggregates, variables; tables of the workspace before published ones that it lacks, and stored functions. What
 * this engine refuses comes last and says so in its `detail`. Empty inside of strings and comments. Never throws.
 */
export function complete(text: string, offset: number, schema: Schema): readonly Completion[] {
  try {
    const found = proposals(text, offset, schema, [ANY_TABLE]);
    return listed(found, typed(text, offset, found), schema);
  } catch (thrown) {
    if (CasebookError.is(thrown)) return [];
    throw thrown;
  }
}

interface Typed {
  readonly prefix: string;
  readonly start: number;
  readonly end: number;
}

function typed(text: string, offset: number, { start, length }: Proposals): Typed {
  return { prefix: text.slice(start, offset), start, end: Math.max(offset, start + length) };
}

function listed({ items }: Proposals, { prefix, start, end }: Typed, schema: Schema): readonly Completion[] {
  const refused = refusedNames();
  const wanted = prefix.toLowerCase();
  const all = [
    ...items.filter(({ name }) => name !== ANY_TABLE && !ELSEWHERE.test(name)),
    ...(items.some(({ name }) => name === ANY_TABLE) ? tables(schema) : []),
    ...(items.some(({ kind }) => kind === 'BuiltInFunction') ? storedFunctions(schema) : []),
  ].filter(({ name }) => name.toLowerCase().startsWith(wanted));
  const unique = new Map([...all].reverse().map((item) => [`${item.name}\0${KINDS[item.kind] ?? ''}`, item]));
  return [...unique.values()]
    .map((item) => ({ item, last: refused.has(item.name) ? 1 : 0 }))
    .sort((a, b) => a.last - b.last || compare(a.item.rank, b.item.rank))
    .map(({ item, last }) => completion(item, start, end, last === 1));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function completion(item: Proposal, start: number, end: number, isRefused: boolean): Completion {
  const kind = KINDS[item.kind] ?? 'keyword';
  const detail = isRefused ? 'refused by the embedded engine' : detailOf(item);
  return {
    name: item.name,
    kind,
    text: insertion(item, kind),
    start,
    end,
    ...(detail === undefined ? {} : { detail }),
  };
}

const detailOf = ({ shown, name }: Proposal): string | undefined => (shown === name ? undefined : shown);

function insertion({ name, text }: Proposal, kind: CompletionKind): string {
  if (kind === 'table' || kind === 'column' || kind === 'variable') return bare(text, name);
  return kind === 'function' || kind === 'aggregate' ? text.trimEnd() : name;
}

/** A name as it must be written: in brackets where the parser puts them. */
const bare = (text: string, name: string): string => /^\[.*\]/.exec(text)?.[0] ?? name;

function tables({ tables: own }: Schema): readonly Proposal[] {
  const loaded = own.map(({ name }): Proposal => ({
    name,
    shown: name,
    kind: 'Table',
    text: /^[A-Za-z_]\w*$/.test(name) ? name : `['${name}']`,
    rank: `040_${name.toLowerCase()}`,
  }));
  const names = new Set(own.map(({ name }) => name));
  const known = knownTableNames()
    .filter((name) => !names.has(name))
    .map((name): Proposal => ({
      name,
      shown: 'no data in this workspace',
      kind: 'Table',
      text: name,
      rank: `099_${name.toLowerCase()}`,
    }));
  return [...loaded, ...known];
}

function storedFunctions({ functions, workspaces }: Schema): readonly Proposal[] {
  const others = workspaces ? ['workspace', 'app'] : [];
  const names = [...(functions?.names ?? []), '_GetWatchlist', '_GetWatchlistAlias', ...others];
  return [...new Set(names)].map((name): Proposal => ({
    name,
    shown: name,
    kind: 'DatabaseFunction',
    text: name === '_GetWatchlistAlias' ? name : `${name}(`,
    rank: `060_${name.toLowerCase()}`,
  }));
}
