import { guarded, kustoRuntime, type Native } from './kusto-runtime';

const EXAMPLE = `let n = 1; union T, (T | where a has "x" and b > ago(1d) | summarize count(), make_set(a) by bin(b, 1h))
| extend c = strcat(a, tostring(parse_json(d).e)) | join kind=leftouter (T | project a) on a | mv-expand f = todynamic(d)
| parse a with "x" g:long * | project a, case(n > 1, "y", "z") | sort by a asc | take 5`;

type Work = (text: string, globals?: unknown) => unknown;

const code = (): Readonly<Record<'Parse' | 'ParseAndAnalyze', Work>> =>
  kustoRuntime().language.KustoCode as Record<'Parse' | 'ParseAndAnalyze', Work>;

/**
 * What makes the first query as fast as the next ones, in steps that each block for up to half a second: the parser is
 * loaded, builds its grammar, and binds for the first time. Steps done before cost nothing.
 */
export const WARMING: readonly (() => void)[] = [
  () => void kustoRuntime(),
  () => void guarded('warming up', () => code().Parse(EXAMPLE)),
  () => void guarded('warming up', () => code().ParseAndAnalyze(EXAMPLE, anyTable())),
];

function anyTable(): unknown {
  const { language, list } = kustoRuntime();
  const { TableSymbol, DatabaseSymbol, Symbol } = language.Symbols as Record<
    string,
    { readonly $ctor7: Construct; readonly ctor: Construct }
  >;
  const table = TableSymbol && new TableSymbol.$ctor7('T', '(a:string, b:datetime, d:string)', null);
  const database = DatabaseSymbol && new DatabaseSymbol.ctor('warm', list(Symbol, [table]), false);
  const state = (language.GlobalState as Native).Default as Native;
  return (state.WithDatabase as (this: Native, database: unknown) => unknown).call(state, database);
}

type Construct = new (...values: readonly unknown[]) => unknown;
