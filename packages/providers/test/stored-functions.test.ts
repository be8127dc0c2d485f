import { Bench, issuesOf, rowsOf } from './folder';

const bench = new Bench();
afterAll(() => bench.clear());

const EVENTS =
  'TimeGenerated,EventID,Account\n2019-01-15T05:00:00Z,4624,ann\n2019-01-15T06:00:00Z,4625,bob\n2019-01-15T07:00:00Z,4625,ann\n';
const ASIM = `Parser:
  Title: Logon filtering parser
  Version: '0.1'
ParserName: vimAuthenticationLocal
EquivalentBuiltInParser: _Im_Authentication_Local
ParserParams:
  - Name: starttime
    Type: datetime
    Default: datetime(null)
  - Name: targetusername_has_any
    Type: dynamic
    Default: dynamic([])
  - Name: eventresult
    Type: string
    Default: '*'
  - Name: disabled
    Type: bool
    Default: false
ParserQuery: |
  let parser = (starttime:datetime=datetime(null), names:dynamic=dynamic([]), result:string='*', disabled:bool=false) {
    SecurityEvent
    | where not(disabled)
    | where isnull(starttime) or TimeGenerated >= starttime
    | where array_length(names) == 0 or Account has_any (names)
    | extend EventResult = iff(EventID == 4624, 'Success', 'Failure')
    | where result == '*' or EventResult == result
  };
  parser(starttime=starttime, names=targetusername_has_any, result=eventresult, disabled=disabled)
`;
const UNIFIER = `ParserName: imAuthentication
EquivalentBuiltInParser: _Im_Authentication
ParserParams:
  - Name: starttime
    Type: datetime
    Default: datetime(null)
  - Name: eventresult
    Type: string
    Default: '*'
ParserQuery: |
  let DisabledParsers = materialize(_GetWatchlist('ASimDisabledParsers') | where SearchKey in ('Any', 'ExcludeimAuthentication') | extend SourceSpecificParser = column_ifexists('SourceSpecificParser', '') | distinct SourceSpecificParser);
  let disabledAll = toscalar('Any' in (DisabledParsers));
  union isfuzzy=true
    vimAuthenticationLocal(starttime=starttime, eventresult=eventresult, disabled=disabledAll),
    vimAuthenticationElsewhere(starttime=starttime)
`;
const SOLUTION = `id: 00000000-0000-0000-0000-000000000000
Function:
  Title: Parser for Local
FunctionName: LocalEvents
FunctionAlias: LocalLogons
FunctionParameters:
  - least:long=0
  - T:(EventID:int)
FunctionQuery: |
  T | where EventID >= least | summarize n = count()
`;
const FILES = {
  'SecurityEvent.csv': EVENTS,
  'functions/Failed.kql': '// All failed logons.\nSecurityEvent\n| where EventID == 4625\n',
  'functions/ByAccount.kql':
    '// parameters: (name:string = "ann", T:(*))\nT | where Account == name // (unclosed\n| project EventID;\n',
  'functions/deep/created.csl':
    '.create-or-alter function with (folder = "x (1)", docstring = ".create function no()") Twice(n:long, s:string = ")") {\n  // }\n  n * 2\n}\n\n.create function ifnotexists [\'Odd name\']() { print x = "}" }\n',
  'parsers/vim.yaml': ASIM,
  'parsers/im.yml': UNIFIER,
  'parsers/solution.yaml': SOLUTION,
  'notes.yaml': 'a: 1\n',
};

describe('stored functions', () => {
  it('are found by the name of their file, their command, or their parser', async () => {
    const workspace = await bench.of(FILES);
    expect(await rowsOf(workspace, 'Failed | count')).toEqual([[2]]);
    expect(await rowsOf(workspace, 'Failed() | project Account | sort by Account asc')).toEqual([
      ['ann'],
      ['bob'],
    ]);
    expect(await rowsOf(workspace, 'ByAccount("bob", SecurityEvent)')).toEqual([[4625]]);
    expect(await rowsOf(workspace, 'SecurityEvent | project x = Twice(EventID) | take 1')).toEqual([[9248]]);
    expect(await rowsOf(workspace, "['Odd name'] | extend y = Twice(21)")).toEqual([['}', 42]]);
    expect(await rowsOf(workspace, 'LocalEvents(4625, SecurityEvent)')).toEqual([[2]]);
    expect(await rowsOf(workspace, 'LocalLogons(T=SecurityEvent)')).toEqual([[3]]);
    expect(issuesOf(workspace)).toEqual([['skipped file', '', 'notes.yaml', 1]]);
  });

  it('take the parameters that YAML declares, and call each other', async () => {
    const workspace = await bench.of(FILES);
    const project = '| sort by TimeGenerated asc | project Account, EventResult';
    expect(await rowsOf(workspace, `_Im_Authentication_Local(eventresult='Failure') ${project}`)).toEqual([
      ['bob', 'Failure'],
      ['ann', 'Failure'],
    ]);
    expect(
      await rowsOf(workspace, `vimAuthenticationLocal(targetusername_has_any=dynamic(['bob'])) ${project}`),
    ).toEqual([['bob', 'Failure']]);
    const unified = await workspace.query(
      `_Im_Authentication(starttime=datetime(2019-01-15 05:30), eventresult='Failure') ${project}`,
    );
    expect(unified.toTable().rows).toEqual([
      ['bob', 'Failure'],
      ['ann', 'Failure'],
    ]);
    expect(unified.notices.map(({ code, table }) => [code, table])).toEqual([
      ['unavailable', "_GetWatchlist('ASimDisabledParsers')"],
      ['missingTable', 'vimAuthenticationElsewhere'],
    ]);
  });

  it('take a table whose columns stand with its name, or with its type', async () => {
    const parser = (name: string, parameter: string): string =>
      `FunctionName: ${name}\nEquivalentBuiltInFunction: _ASIM_${name}\nFunctionParams:\n  - ${parameter}\n  - Name: field\n    Type: string\nFunctionQuery: |\n    T\n    | extend Host = tostring(split(column_ifexists(field, ''), '.')[0])\n`;
    const workspace = await bench.of({
      ...FILES,
      'asim/a.yaml': parser('Split', 'Name: T:(TimeGenerated:datetime)\n    Type: table'),
      'asim/b.yaml': parser('SplitToo', 'Name: T\n    Type: table:(TimeGenerated:datetime)'),
    });
    const asked = 'SecurityEvent | extend n = "a.b" | take 1 | invoke';
    expect(await rowsOf(workspace, `${asked} _ASIM_Split("n") | project Host`)).toEqual([['a']]);
    expect(await rowsOf(workspace, `${asked} SplitToo("n") | project Host`)).toEqual([['a']]);
  });

  it('are told with their parameters where an argument has no place', async () => {
    const workspace = await bench.of(FILES);
    await expect(workspace.query('ByAccount(nam="x", T=SecurityEvent)')).rejects.toMatchObject({
      code: 'KqlSyntax',
      help: 'ByAccount has the parameters (name:string = "ann", T:(*)).',
    });
  });

  it('are told with the place in their file, and what they ask of Azure is refused', async () => {
    const workspace = await bench.of({
      ...FILES,
      'parsers/bad.yaml': 'FunctionName: Bad\nFunctionQuery: |-\n    SecurityEvent\n    | where Nope == 1\n',
      'functions/Graph.kql': 'SecurityEvent\n| join (arg("").Resources) on Computer',
    });
    await expect(workspace.query('Bad | take 1')).rejects.toMatchObject({
      message:
        "The name 'Nope' does not refer to any known column, table, variable or function. (in function Bad, parsers/bad.yaml:4:13)",
    });
    await expect(workspace.query('Graph | take 1')).rejects.toMatchObject({
      code: 'KqlUnsupported',
      message: 'unsupported Azure service: arg() (in function Graph, functions/Graph.kql:2:9)',
      help: expect.stringMatching(/^It asks Azure Resource Graph/),
    });
  });

  it('unpack bags whose columns only the data know, also where several calls ask', async () => {
    const workspace = await bench.of({
      'Odd_CL.csv': 'TimeGenerated,Data\n2019-01-15T05:00:00Z,"{""a"": 1, ""b"": ""x""}"\n',
      'functions/Odd.kql':
        '// what came\nOdd_CL | project d = parse_json(Data) | evaluate bag_unpack(d)\n| extend c = 3',
      'functions/Least.kql': '// parameters: (least:long)\nOdd | where a >= least',
    });
    expect((await workspace.query('Odd')).toTable()).toMatchObject({
      columns: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
      rows: [[1, 'x', 3]],
    });
    expect(await rowsOf(workspace, 'union Odd, (Odd() | where b == "x") | project b')).toEqual([
      ['x'],
      ['x'],
    ]);
    expect(await rowsOf(workspace, 'Least(1) | project c')).toEqual([[3]]);
    expect(await rowsOf(workspace, 'Least(2) | count')).toEqual([[0]]);
  });

  it('see none of the names of their caller, and shadow no table', async () => {
    const workspace = await bench.of({
      ...FILES,
      'functions/SecurityEvent.kql': 'print 1',
      'functions/Least.kql': 'SecurityEvent | where EventID > Bound',
    });
    expect(await rowsOf(workspace, 'let SecurityEvent = datatable(EventID:int)[1]; Failed | count')).toEqual([
      [2],
    ]);
    expect(await rowsOf(workspace, 'SecurityEvent | count')).toEqual([[3]]);
    await expect(workspace.query('let Bound = 1; Least')).rejects.toMatchObject({
      code: 'KqlSyntax',
      message:
        "The name 'Bound' does not refer to any known column, table, variable or function. (in function Least, functions/Least.kql:1:33)",
      position: { line: 1, column: 16 },
    });
  });

  it('are errors only where they are used: two of one name, recursion, broken files', async () => {
    const workspace = await bench.of({
      ...FILES,
      'other/Failed.kql': 'print 2',
      'functions/Loop.kql': 'Around() | take 1',
      'functions/Around.kql': 'Loop() | take 1',
      'functions/open.kql': '.create function Open(a:long) { print a',
      'functions/bad.yaml': 'FunctionName: Bad\nFunctionQuery: |\n  print 1\n x: [',
      'functions/Wrong.kql': 'SecurityEvent\n| where EventID ==',
      'functions/Far.kql': 'SecurityEvent\n| extend c = current_cluster_endpoint()',
    });
    const failure = (kql: string): Promise<unknown> =>
      workspace.query(kql).then(
        () => 'answered',
        ({ code, message }: { code: string; message: string }) => [code, message],
      );
    expect(await failure('print "Failed, Loop, Open, Bad"')).toBe('answered');
    expect(await failure('Failed')).toEqual(['InvalidSource', 'ambiguous function: Failed']);
    expect(await failure('Loop')).toEqual([
      'KqlUnsupported',
      'unsupported recursive function: Loop > Around > Loop (in function Around, functions/Around.kql:1:1)',
    ]);
    expect(await failure('Open(1)')).toEqual([
      'InvalidSource',
      'unreadable function file: functions/open.kql',
    ]);
    expect(await failure('Bad | take 1')).toEqual([
      'InvalidSource',
      'unreadable function file: functions/bad.yaml',
    ]);
    expect(await failure('Wrong | take 1')).toEqual([
      'KqlSyntax',
      'Missing expression (in function Wrong, functions/Wrong.kql:2:19)',
    ]);
    expect(await failure('Far | take 1')).toEqual([
      'KqlUnsupported',
      'unsupported function: current_cluster_endpoint (in function Far, functions/Far.kql:2:14)',
    ]);
  });

  it('come from a folder that an option names, also beside the sample', async () => {
    const folder = bench.folder({ 'Two.kql': 'print two = 2' });
    const workspace = await bench.of({ 'Own.csv': 'n\n1\n' }, { functions: folder });
    expect(await rowsOf(workspace, 'Two')).toEqual([[2]]);
    await expect(workspace.query('Too')).rejects.toMatchObject({
      code: 'KqlSyntax',
      help: expect.stringContaining('Is it Two?'),
    });
  });
});
