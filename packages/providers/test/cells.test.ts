import { Bench, issuesOf, rowsOf } from './folder';

const bench = new Bench();
afterAll(() => bench.clear());

describe('cells are read exactly or counted', () => {
  it.each([
    ['2019-01-15 05:15:02.980', '2019-01-15T05:15:02.98Z'],
    ['2019-01-15T05:15:02.9801234Z', '2019-01-15T05:15:02.9801234Z'],
    ['2019-01-15T05:15:02.98012349999Z', '2019-01-15T05:15:02.9801234Z'],
    ['2019-01-15T05:15:02+02:00', '2019-01-15T03:15:02Z'],
    ['2019-01-15 05:15:02.5-0530', '2019-01-15T10:45:02.5Z'],
    ['2019-01-15 05:15:02 UTC', '2019-01-15T05:15:02Z'],
    ['2019-01-15T05:15', '2019-01-15T05:15:00Z'],
    ['2019-01-15', '2019-01-15T00:00:00Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ['9999-12-31T23:59:59.9999999Z', '9999-12-31T23:59:59.9999999Z'],
    ['2020-02-29', '2020-02-29T00:00:00Z'],
    ['2019-02-29', null],
    ['0001-01-01T00:00:00+01:00', null],
    ['9999-12-31T23:59:59-00:01', null],
    ['2019-01-15T24:00:00', null],
    ['2019-01-15T05:60:00', null],
    ['01/15/2019 05:15', null],
    ['infinity', null],
    ['1547529302', null],
  ])('the datetime %s', async (written, expected) => {
    const files = { 'SecurityEvent.csv': `TimeGenerated,EventID\n${written},1\n` };
    const json = { 'SecurityEvent.json': JSON.stringify({ TimeGenerated: written, EventID: 1 }) };
    for (const source of [files, json]) {
      const workspace = await bench.of(source as Record<string, string>, { now: '2020-01-01' });
      expect(await rowsOf(workspace, 'SecurityEvent | project TimeGenerated')).toEqual([[expected]]);
      expect(workspace.report().tables.rows()[0]?.NullCells).toBe(expected === null ? 1 : 0);
    }
  });

  it('long keeps 64 bits, int its range, real its spellings, bool its words', async () => {
    const workspace = await bench.of({
      'W3CIISLog.csv': [
        'scStatus,TimeTaken,sPort,Confidence,csBytes',
        'a,9223372036854775807,443.0,80,1',
        'b,-9223372036854775808,99999999999,x,2',
        'c,9223372036854775808,1.5,,3',
      ].join('\n'),
      'Own.ndjson':
        '{"l":9223372036854775807,"r":1.5,"u":18446744073709551615,"b":true,"m":1}\n{"l":-1,"r":2,"u":1,"b":false,"m":"x"}',
      'SecurityAlert.csv': 'IsIncident,ConfidenceScore\nTrue,1e3\nfalse,.5\n1,NaN\n0.0,-inf\nmaybe,1_000\n',
    });
    expect(await rowsOf(workspace, 'W3CIISLog | project TimeTaken, sPort')).toEqual([
      ['9223372036854775807', 443],
      ['-9223372036854775808', null],
      [null, null],
    ]);
    expect(await rowsOf(workspace, 'Own')).toEqual([
      ['9223372036854775807', 1.5, '18446744073709551615', true, '1'],
      [-1, 2, '1', false, 'x'],
    ]);
    expect(await rowsOf(workspace, 'SecurityAlert | project IsIncident, ConfidenceScore')).toEqual([
      [true, 1000],
      [false, 0.5],
      [true, 'NaN'],
      [false, '-Infinity'],
      [null, null],
    ]);
    const issues = workspace.report().issues.rows();
    const unreadable = issues.filter(({ Kind }) => Kind === 'unreadable cell');
    expect(unreadable.map(({ Table, Count, Example }) => [Table, Count, Example])).toEqual([
      ['SecurityAlert', 1, 'IsIncident: maybe'],
      ['SecurityAlert', 1, 'ConfidenceScore: 1_000'],
      ['W3CIISLog', 1, 'TimeTaken: 9223372036854775808'],
      ['W3CIISLog', 2, 'sPort: 1.5 | 99999999999'],
    ]);
    expect(issues.filter(({ Kind }) => Kind === 'type conflict').map(({ Example }) => Example)).toEqual([
      'm: UBIGINT, VARCHAR → string',
    ]);
  });

  it('dynamic is JSON, in a text too, and what is no JSON is a JSON string', async () => {
    const cells = [{ a: [1, 'x'] }, '{"b": 2}', 'plain', 5, null];
    const lines = cells.map((LocationDetails, Level) => JSON.stringify({ Level, LocationDetails }));
    const workspace = await bench.of({
      'SigninLogs.json': `${lines.join('\n')}\n{"Level":5}\n{"Level":6,"LocationDetails":{"c":NaN}}`,
      'Own.csv': 'j,k\n"{""a"":1}",[1\n[],2\n',
    });
    expect(
      await rowsOf(workspace, 'SigninLogs | sort by toint(Level) asc | project LocationDetails'),
    ).toEqual([{ a: [1, 'x'] }, { b: 2 }, 'plain', 5, null, null, '{"c":NaN}'].map((cell) => [cell]));
    expect(await rowsOf(workspace, 'Own')).toEqual([
      [{ a: 1 }, '[1'],
      [[], '2'],
    ]);
  });

  it('columns that no schema knows are sniffed over the whole file', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => `${n},${n},${n},2020-01-01,true,0${n}`);
    const workspace = await bench.of({
      'Own.csv': `late,long,real,when,flag,code\n${rows.join('\n')}\nx,7,1.5,2020-01-02T00:00:00Z,False,1\n`,
    });
    expect(await rowsOf(workspace, 'Own | getschema | project ColumnName, ColumnType')).toEqual([
      ['late', 'string'],
      ['long', 'long'],
      ['real', 'real'],
      ['when', 'datetime'],
      ['flag', 'bool'],
      ['code', 'string'],
    ]);
  });

  it('files of one table that contradict each other are told', async () => {
    const workspace = await bench.of({
      'Own/1.csv': 'a,b\n1,1\n',
      'Own/2.csv': 'a,b\nx,1.5\n',
      'Own/3.csv': 'c\ntrue\n',
    });
    expect(await rowsOf(workspace, 'Own')).toEqual([
      ['1', 1, null],
      ['x', 1.5, null],
      ['', null, true],
    ]);
    expect(issuesOf(workspace)).toEqual([['type conflict', 'Own', '', 2]]);
  });
});

describe('only lines that cannot be split are rejected', () => {
  it('in CSV: too many or too few fields, a quote that never closes, text behind a quote', async () => {
    const workspace = await bench.of({
      'Own.csv': 'a,b\n1,2\n1,2,3\n4\n\n"x"y,5\n6,"never\n7,"8 ""q"""\n9,in "the" middle\n',
    });
    expect(await rowsOf(workspace, 'Own | project a, b')).toEqual([
      [1, '2'],
      [7, '8 "q"'],
      [9, 'in "the" middle'],
    ]);
    expect(workspace.report().tables.rows()[0]?.Rejected).toBe(4);
    expect(workspace.report().issues.rows()[0]?.Example).toBe(
      'line 3: 3 fields instead of 2: 1,2,3 | line 4: 1 fields instead of 2: 4 | line 6: text behind a closing quote: "x"y,5',
    );
  });

  it('in NDJSON: what is no JSON object', async () => {
    const workspace = await bench.of({
      'Own.ndjson': '{"a":1}\nnot json\n\n[1]\n{"a":\n{"a":2}\r\n5\n{"a":"\\ud800"}',
    });
    expect(await rowsOf(workspace, 'Own')).toEqual([[1], [2]]);
    expect(workspace.report().tables.rows()[0]?.Rejected).toBe(5);
  });

  it('bytes that are no UTF-8 are replaced and told', async () => {
    const workspace = await bench.of({ 'Own.csv': Buffer.from('a,b\ncaf\xe9,1\n', 'latin1') });
    expect(await rowsOf(workspace, 'Own')).toEqual([['caf�', 1]]);
    expect(issuesOf(workspace)).toEqual([['invalid text', 'Own', 'Own.csv', 1]]);
  });

  it('a column of row numbers without a name is left out and told; others get a name', async () => {
    const workspace = await bench.of({ 'Own.csv': ',a,\n0,x,y\n1,z,w\n' });
    expect(await rowsOf(workspace, 'Own | project a, Column3')).toEqual([
      ['x', 'y'],
      ['z', 'w'],
    ]);
    expect(issuesOf(workspace)).toEqual([
      ['dropped column', 'Own', 'Own.csv', 2],
      ['renamed column', 'Own', 'Own.csv', 1],
    ]);
  });
});

describe('hostile names are ordinary', () => {
  const names = [
    '__proto__',
    'constructor',
    'a"b',
    "a'b",
    'a\\b',
    'ünï',
    '🦆',
    'Name',
    'name',
    'select',
    '; DROP TABLE x',
    'x/y~z',
    '$.a',
  ];

  it.each(['csv', 'json'])('as columns of a %s file', async (kind) => {
    const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
    const json = `{${names.map((name, index) => `${JSON.stringify(name)}:${index}`).join(',')}}`;
    const content = kind === 'csv' ? `${quoted}\n${names.map((_, index) => index).join(',')}\n` : json;
    const workspace = await bench.of({ [`Own.${kind}`]: content });
    const frame = await workspace.query('Own');
    expect(frame.columns.map(({ name }) => name)).toEqual(names);
    expect(frame.toTable().rows).toEqual([names.map((_, index) => index)]);
  });

  it('as files and folders', async () => {
    const files = [
      "we'ird",
      'a"b',
      'x[1]',
      'st*r',
      'q?',
      '{a,b}',
      'ünï',
      '🦆',
      '-dash',
      ' space ',
      '%41',
      '__proto__',
    ];
    const workspace = await bench.of({
      ...Object.fromEntries(files.map((name) => [`SecurityEvent/${name}/${name}.csv`, 'EventID\n1\n'])),
      ...Object.fromEntries(files.map((name) => [`${name}.csv`, 'a\n1\n'])),
    });
    expect(await rowsOf(workspace, 'SecurityEvent | count')).toEqual([[files.length]]);
    const tables = workspace
      .report()
      .tables.rows()
      .map(({ Table }) => Table);
    expect(new Set(tables)).toEqual(new Set(['SecurityEvent', ...files]));
    expect(await rowsOf(workspace, `['x[1]'] | project a`)).toEqual([[1]]);
  });
});
