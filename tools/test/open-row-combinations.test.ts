/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { openRow } from '@casebook/kql';
import { openWorkspace, sample, type Workspace } from '@casebook/providers';
import fc from 'fast-check';

jest.setTimeout(240_000);

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace(sample({ rows: 5_000 }));
}, 120_000);
afterAll(async () => workspace?.close());

const KEYS = [
  'Computer',
  'EventID',
  'LogonType',
  'IpAddress',
  'bin(TimeGenerated, 1d)',
  'dayofweek(TimeGenerated)',
  'tolower(Account)',
  'EventID / 1000.0',
  'todecimal(EventID) / 7',
  'EventID % 7',
  'iff(EventID == 4688, "p", "")',
  'isempty(Process)',
  'toguid(LogonGuid)',
  'ipv4_is_private(IpAddress)',
  'tostring(split(Account, "\\\\")[0])',
  'format_datetime(TimeGenerated, "yyyy-MM-dd")',
  'bin(TimeGenerated - startofday(TimeGenerated), 6h)',
];

const BEFORE = [
  '',
  '| where EventID in (4624, 4625, 4688)',
  '| extend EventID = EventID + 1',
  '| join kind=inner (SecurityEvent | where EventID == 4624 | distinct Computer) on Computer',
  '| join kind=leftouter (SecurityAlert | summarize a = count() by CompromisedEntity) on $left.Computer == $right.CompromisedEntity',
  '| lookup (datatable(EventID:int, Label:string)[4624, "ok", 4625, "bad"]) on EventID',
  '| mv-expand part = split(Account, "\\\\") to typeof(string)',
  '| where TimeGenerated > ago(5d)',
  '| where Account in (Busy)',
  '| union (SecurityEvent | where EventID == 4625)',
  '| parse Account with Domain "\\\\" User',
  '| sort by TimeGenerated asc | extend p = prev(EventID)',
  '| as X',
  '| invoke Chosen()',
];

const COUNTED = [
  'n = count()',
  'n = countif(EventID == 4688), dcount(Account)',
  'make_set(EventID), n = count(), dcount(Computer)',
  'n = count(), arg_max(TimeGenerated, *)',
  'n = countif(LogonType == 3 or isempty(IpAddress)), take_any(Account)',
];

const AFTER = [
  '',
  '| sort by n desc',
  '| top 5 by n',
  '| where n > 3',
  '| extend share = n * 100.0',
  '| render barchart',
  '| as R',
  '| serialize rank = row_number()',
  '| project-rename m = n | extend n = m',
  '| mv-expand x = dynamic([1, 2])',
  '| lookup (datatable(n:long, l:string)[1, "x"]) on n',
  '| extend K = 1 | join kind=leftouter (datatable(K:long, l:string)[1, "x"]) on K',
];

const LETS = `let Busy = SecurityEvent | summarize c = count() by Account | sort by c, Account | take 5 | project Account;
let Chosen = (T:(EventID:int)) { T | where EventID != 1 };
`;

const query = fc
  .record({
    keys: fc.uniqueArray(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 3 }),
    isNamed: fc.boolean(),
    before: fc.constantFrom(...BEFORE),
    counted: fc.constantFrom(...COUNTED),
    after: fc.constantFrom(...AFTER),
  })
  .map(({ keys, isNamed, before, counted, after }) => {
    const by = keys.map((key, at) => (isNamed ? `K${at} = ${key}` : key)).join(', ');
    return `${LETS}SecurityEvent ${before} | summarize ${counted} by ${by} ${after}`;
  });

it('as many rows lie behind a count as it says, whatever was asked before and after', async () => {
  const check = async (kql: string): Promise<void> => {
    const frame = await workspace.query(kql);
    const shown = frame.take(4).rows();
    const behind = shown.map(async (_, at) => {
      const opened = openRow(frame, at, 'n');
      if (opened.kind === 'closed') throw new Error(opened.why);
      const [row] = (await workspace.query(`${opened.kql}\n| count`, opened.options)).rows();
      return row?.['Count'];
    });
    expect(shown.map((row) => row['n'])).toEqual(await Promise.all(behind));
  };
  await fc.assert(fc.asyncProperty(query, check), { seed: 20260901, numRuns: 24 });
});
