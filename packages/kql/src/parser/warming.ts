import { guarded, kustoRuntime, type Native } from './kusto-runtime';
import { parseQuery } from './parse-query';

const EXAMPLE = `let n = 1; union SecurityEvent, (SecurityEvent | where Account has "x" and TimeGenerated > ago(1d)
  | summarize count(), make_set(Account) by bin(TimeGenerated, 1h))
| extend c = strcat(Account, tostring(parse_json(EventData).e))
| join kind=leftouter (SecurityEvent | project Account) on Account | mv-expand f = todynamic(EventData)
| parse Account with "x" g:long * | project Account, h = case(n > 1, "y", "z") | sort by Account asc | take 5`;

/**
 * What makes the first query as fast as the next ones, in steps that each block for up to half a second: the parser is
 * loaded, builds its grammar, and binds for the first time. A step done before is quick.
 */
export const WARMING: readonly (() => void)[] = [
  () => void kustoRuntime(),
  () => {
    const { Parse } = kustoRuntime().language.KustoCode as Native;
    guarded('warming up', () => (Parse as (text: string) => unknown)(EXAMPLE));
  },
  () => void parseQuery(EXAMPLE, { tables: [] }),
];
