import { complete, diagnose, hover, languageFor, type Schema } from '../../src';

const column = (name: string, type: 'string' | 'int' | 'datetime'): Schema['tables'][0]['columns'][0] => ({
  name,
  type,
  physical: name,
});

const schema: Schema = {
  tables: [
    {
      name: 'Logons',
      relation: 'Logons',
      timeColumn: 'TimeGenerated',
      columns: [column('TimeGenerated', 'datetime'), column('EventID', 'int'), column('Account', 'string')],
    },
    { name: 'my logs', relation: 'x', columns: [column('odd name', 'string')] },
  ],
};

const names = (marked: string): string[] => {
  const offset = marked.indexOf('¦');
  return complete(marked.replace('¦', ''), offset, schema).map(({ name }) => name);
};

describe('complete', () => {
  test('proposes what may stand at the place', () => {
    expect(names('Logo¦')).toEqual(['Logons']);
    expect(names('Logons | wh¦')).toEqual(['where']);
    expect(names('Logons | where Acc¦')).toEqual(['Account']);
    expect(names('Logons | where Account ha¦')).toEqual(
      expect.arrayContaining(['has', 'has_any', 'has_all', 'hasprefix']),
    );
    expect(names('Logons | summarize dc¦')).toEqual(expect.arrayContaining(['dcount', 'dcountif']));
    expect(names('let Limit = 5; Logons | where EventID > Li¦ | take 1')).toContain('Limit');
    expect(names('Logons | join (Secu¦')).toContain('SecurityEvent');
    expect(names('Logons | extend a = 1 | project-away ¦').slice(0, 4)).toEqual([
      'a',
      'Account',
      'EventID',
      'TimeGenerated',
    ]);
    expect(names('SecurityEvent | where Comp¦')).toContain('Computer');
  });

  test('tables of the workspace come first, others say that they are empty', () => {
    const [first, ...others] = complete('', 0, schema);
    expect(first).toEqual({ name: 'Logons', kind: 'table', text: 'Logons', start: 0, end: 0 });
    expect(others[0]).toMatchObject({ name: 'my logs', text: "['my logs']" });
    expect(others.find(({ name }) => name === 'SigninLogs')?.detail).toBe('no data in this workspace');
  });

  test('says what is put in, in the place of what', () => {
    expect(complete('Logons | where aCC == 1', 18, schema)).toEqual([
      { name: 'Account', kind: 'column', text: 'Account', start: 15, end: 18 },
    ]);
    expect(complete('Logons | extend x = toup', 24, schema)).toEqual([
      { name: 'toupper', kind: 'function', text: 'toupper(', start: 20, end: 24, detail: 'toupper(value)' },
    ]);
  });

  test('what the engine refuses comes last and says so', () => {
    const found = complete('Logons | extend x = a', 21, schema);
    const places = found.flatMap(({ detail }, place) =>
      detail === 'refused by the embedded engine' ? [place] : [],
    );
    expect(places).toEqual(places.map((_, index) => found.length - places.length + index));
    expect(complete('Logons | evaluate', 17, schema)).toBeDefined();
    expect(complete('Logons | evaluate auto', 22, schema)).toMatchObject([
      { name: 'autocluster', detail: 'refused by the embedded engine' },
    ]);
  });

  test.each(['Logons | where Account == "Acc¦', 'Logons // Acc¦'])('proposes nothing in %s', (text) => {
    expect(names(text)).toEqual([]);
  });

  test('is silent about hostile texts and places', () => {
    for (const text of ['', '|', '((((', '"', '`', '\u0000', '{{{', 'let', '.show tables', '🙂🙂'])
      for (const offset of [-1, 0, 1, 99]) expect(Array.isArray(complete(text, offset, schema))).toBe(true);
  });
});

describe('hover', () => {
  const told = (marked: string): string | undefined => {
    const offset = marked.indexOf('¦');
    return hover(marked.replace('¦', ''), offset, schema)?.text;
  };

  test('tells columns, tables, functions and operators', () => {
    expect(told('Logons | where Acc¦ount == ""')).toBe('Account: string');
    expect(told('Log¦ons | take 1')).toBe(
      '(table) Logons\nTimeGenerated: datetime, EventID: int, Account: string',
    );
    expect(told('Heart¦beat | take 1')).toMatch(/^\(table\) Heartbeat, without data in this workspace\n/);
    expect(told('Logons | extend a = str¦len(Account)')).toMatch(/strlen\(.*\): long\nexact \(https:/);
    expect(told('Logons | summarize dcou¦nt(Account)')).toMatch(/\nexact, where Kusto estimates \(https:/);
    expect(told('Logons | fac¦et by Account')).toContain('refused by the embedded engine');
    expect(told('let f = (x: long) { x + 1 }; print f¦(1)')).toContain('f(');
    expect(told('Logons | where ¦ == ""')).toBeUndefined();
  });
});

describe('diagnose', () => {
  test('gives all mistakes with their places', () => {
    const found = diagnose('Logons\n| where Nope == 1\n| extend a = frob(2), b = Account + ', schema);
    expect(
      found.map(({ severity, code, position: { line, column } }) => [severity, code, line, column]),
    ).toEqual([
      ['error', 'KS142', 2, 9],
      ['error', 'KS211', 3, 14],
      ['error', 'KS006', 3, 36],
    ]);
    expect(found[1]?.help).toMatch(/^Define it in the query with `let name/);
  });

  test('a refusal is a note that names what to write instead', () => {
    expect(diagnose('Logons\n| facet by Account', schema)).toEqual([
      {
        severity: 'note',
        code: 'KqlUnsupported',
        message: 'unsupported operator: facet',
        position: { line: 2, column: 3, offset: 9, length: 16 },
        help: 'Instead: Ask `summarize count() by column` once for each column.',
      },
    ]);
  });

  test('is empty where the query runs, and the service is the same', () => {
    expect(diagnose('Logons | where TimeGenerated > ago(1d)', schema)).toEqual([]);
    const language = languageFor(schema);
    expect(language.diagnose('Logons | take 1')).toEqual([]);
    expect(language.complete('Logo', 4).map(({ name }) => name)).toEqual(['Logons']);
    expect(language.hover('Logons', 2)?.start).toBe(0);
  });
});

describe('what Sentinel and Azure Monitor add', () => {
  const other = {
    name: 'Elsewhere',
    relation: 'elsewhere',
    columns: [{ name: 'a', type: 'long', physical: 'a' }],
  } as const;
  const wide = { ...schema, workspaces: new Map([['soc', [other]]]) };
  const names = (text: string): readonly string[] =>
    complete(text, text.length, wide).map(({ text: given }) => given);

  test('is completed: watchlists, other workspaces and their tables', () => {
    expect(names('_GetW')).toEqual(['_GetWatchlist(', '_GetWatchlistAlias']);
    expect(names('works')).toContain('workspace(');
    expect(names('workspace("soc").Else')).toEqual(['Elsewhere']);
  });
});

test('a text that nobody wrote is read as quickly as others', () => {
  const deep = '('.repeat(20_000);
  const long = 'x'.repeat(50_000);
  expect([complete(deep, 20_000, schema), hover(deep, 10_000, schema)]).toEqual([[], undefined]);
  expect(diagnose(deep, schema)).toMatchObject([{ code: 'KqlSyntax' }]);
  expect(diagnose(long, schema)).toMatchObject([{ code: 'KS142' }]);
});
