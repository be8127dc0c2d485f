import { gzipSync } from 'node:zlib';
import type { Notice } from '@casebook/core';
import { Bench, rowsOf } from './folder';

const bench = new Bench();
afterAll(() => bench.clear());

const codes = (notices: readonly Notice[]): unknown[] => notices.map(({ code, table }) => [code, table]);
const OWN = { 'Own.csv': 'TimeGenerated,name\n2026-01-01,ann\n2026-01-02,bob\n' };

describe('watchlists', () => {
  const files = {
    ...OWN,
    'watchlists/VIP.csv': '\uFEFFUser,Number,my col\nann,007,"a, ""b"""\nbob,,\n',
    'watchlists/Empty.csv': 'IP,Tag\n',
    'watchlists/deep/Tabs.tsv': 'A\tB\n1\t2\n',
  };

  it('have the columns of their file as text, and those that every watchlist has', async () => {
    const workspace = await bench.of(files);
    expect(
      await rowsOf(workspace, "_GetWatchlist('VIP') | project User, Number, ['my col'], SearchKey"),
    ).toEqual([
      ['ann', '007', 'a, "b"', 'ann'],
      ['bob', '', '', 'bob'],
    ]);
    const { columns } = await workspace.query("_GetWatchlist('vip')");
    expect(columns).toEqual([
      { name: '_DTItemId', type: 'string' },
      { name: 'LastUpdatedTimeUTC', type: 'datetime' },
      ...['SearchKey', 'User', 'Number', 'my col'].map((name) => ({ name, type: 'string' })),
    ]);
    expect(
      await rowsOf(
        workspace,
        "let a = 'VIP'; Own | where name in ((_GetWatchlist(a) | where isempty(Number) | project User))",
      ),
    ).toEqual([['2026-01-02T00:00:00Z', 'bob']]);
    expect(await rowsOf(workspace, "_GetWatchlist('Empty') | count")).toEqual([[0]]);
    expect(await rowsOf(workspace, "_GetWatchlist('Tabs') | project A, B")).toEqual([['1', '2']]);
    expect(await rowsOf(workspace, '_GetWatchlistAlias | sort by WatchlistAlias asc')).toEqual([
      ['Empty'],
      ['Tabs'],
      ['VIP'],
    ]);
    expect((await workspace.tables()).map(({ name }) => name)).toEqual(['Own']);
    await expect(workspace.query("_GetWatchlist('VIP') | where nope == 1")).rejects.toMatchObject({
      code: 'KqlSyntax',
    });
  });

  it('take their search key from the configuration', async () => {
    const workspace = await bench.of({ ...files, 'casebook.yaml': 'watchlists: { VIP: Number }\n' });
    expect(await rowsOf(workspace, "_GetWatchlist('VIP') | project SearchKey")).toEqual([['007'], ['']]);
  });

  it('without a file are empty, have the columns that are asked of them, and say so', async () => {
    const workspace = await bench.of(OWN);
    const kql =
      "let w = _GetWatchlist('None') | project Ip = tostring(IPAddress), Tag; Own | join kind=leftouter w on $left.name == $right.Ip | project name, Tag";
    const { columns, rowCount, notices } = await workspace.query(kql);
    expect([columns.map(({ name }) => name), rowCount, codes(notices)]).toEqual([
      ['name', 'Tag'],
      2,
      [['unavailable', "_GetWatchlist('None')"]],
    ]);
  });
});

describe('externaldata', () => {
  const mapping = `externaldata:
  "https://feeds.example/*.csv": feeds/list.csv
  "https://feeds.example/lines.txt": feeds/lines.txt.gz
  "https://feeds.example/docs": feeds/docs.json
  "https://feeds.example/gone": feeds/list.csv
`;
  const files = {
    ...OWN,
    'casebook.yaml': mapping,
    'feeds/list.csv':
      'ip,n,when,more\n10.0.0.1,7,2026-01-02,{"a":1}\n"10.0.0.2",x,,plain,too many\n10.0.0.3\n',
    'feeds/lines.txt.gz': gzipSync('first, line\r\n"second"\n'),
    'feeds/docs.json': '[{"a":{"b":1},"n":5,"s":"x"},{"n":"6"}]',
  };

  it('reads mapped files by the place of the column', async () => {
    const workspace = await bench.of(files);
    const kql =
      "externaldata(ip:string, n:long, t:datetime, d:dynamic)[@'https://feeds.example/x.csv?sig=secret'] with (format='csv', ignoreFirstRecord=true)";
    expect(await rowsOf(workspace, kql)).toEqual([
      ['10.0.0.1', 7, '2026-01-02T00:00:00Z', { a: 1 }],
      ['10.0.0.2', null, null, 'plain'],
      ['10.0.0.3', null, null, null],
    ]);
    expect(await rowsOf(workspace, "externaldata(ip:string)['https://feeds.example/x.csv'] | count")).toEqual(
      [[4]],
    );
    expect((await workspace.tables()).map(({ name }) => name)).toEqual(['Own']);
  });

  it('reads lines, documents and several files at once', async () => {
    const workspace = await bench.of(files);
    expect(
      await rowsOf(
        workspace,
        "externaldata(line:string)[h'https://feeds.example/lines.txt'] with (format='txt')",
      ),
    ).toEqual([['first, line'], ['"second"']]);
    expect(
      await rowsOf(
        workspace,
        "externaldata(n:long, a:dynamic, s:string, none:string)['https://feeds.example/docs'] with (format='multijson') | project n, b = a.b, s, none",
      ),
    ).toEqual([
      [5, 1, 'x', ''],
      [6, null, '', ''],
    ]);
    const two =
      "externaldata(line:string)['https://feeds.example/lines.txt', 'https://feeds.example/nowhere'] with (format='txt') | count";
    const { notices } = await workspace.query(two);
    expect(codes(notices)).toEqual([['unavailable', 'externaldata']]);
    expect(await rowsOf(workspace, two)).toEqual([[2]]);
  });

  it('that no file stands for is empty and says so without the secrets of the address', async () => {
    const workspace = await bench.of(OWN);
    const { rowCount, columns, notices } = await workspace.query(
      "externaldata(a:string, b:int)['https://x.example/y.csv;key'] | where b > 1",
    );
    expect([rowCount, columns.length, notices]).toEqual([
      0,
      2,
      [
        {
          code: 'unavailable',
          table: 'externaldata',
          message:
            'No file is mapped to https://x.example/y.csv: externaldata answers empty, for nothing is fetched.',
          partial: true,
        },
      ],
    ]);
  });

  it('names what it cannot read', async () => {
    const folder = bench.folder({ 'bad.csv': 'a\n"open\n', 'bad.json': '{' });
    const workspace = await bench.of(OWN, {
      externalData: { 'https://a/*': `${folder}/bad.csv`, 'https://b': `${folder}/bad.json` },
    });
    await expect(workspace.query("externaldata(a:string)['https://a/1']")).rejects.toMatchObject({
      code: 'InvalidSource',
    });
    await expect(
      workspace.query("externaldata(a:string)['https://b'] with (format='json')"),
    ).rejects.toMatchObject({
      code: 'InvalidSource',
    });
    await expect(
      workspace.query("externaldata(a:string)['https://a/1'] with (format='parquet')"),
    ).rejects.toMatchObject({
      code: 'KqlUnsupported',
      message: 'unsupported format of externaldata: parquet',
    });
  });
});

describe('geo_info_from_ip_address', () => {
  it('asks the table of networks: the narrowest counts', async () => {
    const workspace = await bench.of({
      ...OWN,
      'casebook.yaml': 'geo: networks.csv\n',
      'networks.csv':
        'network,country,state,city,latitude,longitude\n10.0.0.0/8,Nowhere,,,1,-2.5\n10.1.0.0/16,Here,North,Town,47,8\n2001:db8::/32,Six,,,,\n',
    });
    expect(
      await rowsOf(
        workspace,
        'datatable(ip:string)["10.1.2.3", "10.2.0.0", "2001:DB8::1", "192.0.2.1", "no", "", "::ffff:10.1.0.1"] | extend g = geo_info_from_ip_address(ip) | project tostring(g), tostring(g.country)',
      ),
    ).toEqual([
      ['{"country":"Here","state":"North","city":"Town","latitude":47.0,"longitude":8.0}', 'Here'],
      ['{"country":"Nowhere","latitude":1.0,"longitude":-2.5}', 'Nowhere'],
      ['{"country":"Six"}', 'Six'],
      ['', ''],
      ['', ''],
      ['', ''],
      ['{"country":"Here","state":"North","city":"Town","latitude":47.0,"longitude":8.0}', 'Here'],
    ]);
  });

  it('is null without one, and the answer says so', async () => {
    const workspace = await bench.of(OWN);
    const frame = await workspace.query('print g = geo_info_from_ip_address("10.0.0.1").country');
    expect([frame.toTable().rows, codes(frame.notices)]).toEqual([
      [[null]],
      [['unavailable', 'geo_info_from_ip_address']],
    ]);
  });
});

describe('other workspaces', () => {
  it('are seen by their names, and refused where they are not open', async () => {
    const other = await bench.of({
      'Own.csv': 'name,more\nann,1\ncid,2\n',
      'Heartbeat.csv': 'TimeGenerated,Computer\n2026-01-01,x\n',
    });
    const workspace = await bench.of(OWN, { workspaces: { soc: other } });
    expect(await rowsOf(workspace, 'workspace("soc").Own | project name, more')).toEqual([
      ['ann', 1],
      ['cid', 2],
    ]);
    expect(
      await rowsOf(
        workspace,
        'union withsource=T Own, workspace("soc").Own | summarize count() by name | sort by name asc',
      ),
    ).toEqual([
      ['ann', 2],
      ['bob', 1],
      ['cid', 1],
    ]);
    expect(await rowsOf(workspace, "app('soc').Heartbeat | project Computer")).toEqual([['x']]);
    const missing = await workspace.query('workspace("soc").SigninLogs | count');
    expect([missing.toTable().rows, codes(missing.notices)]).toEqual([
      [[0]],
      [['missingTable', 'SigninLogs']],
    ]);
    await expect(workspace.query('workspace("other").Own')).rejects.toMatchObject({
      code: 'KqlUnsupported',
      message: 'unsupported workspace that is not open here: other',
      help: expect.stringContaining('openWorkspace(source, { workspaces: { name: other } })'),
    });
    await expect(workspace.query('workspace("soc").SomeFunction | take 1')).rejects.toMatchObject({
      code: 'KqlSyntax',
      help: 'Of another workspace only its tables are seen, not its functions.',
    });
    await expect(other.query('workspace("soc").Own')).rejects.toMatchObject({
      code: 'KqlUnsupported',
      message: 'unsupported Azure service: workspace()',
    });
  });
});

describe('missing tables', () => {
  it('are errors where the option says so, but never under isfuzzy', async () => {
    const workspace = await bench.of(OWN, { missingTables: 'error' });
    await expect(
      workspace.query('Own | where name in (SigninLogs | project Identity)'),
    ).rejects.toMatchObject({
      code: 'KqlSyntax',
      message: 'The table SigninLogs has no data in this workspace.',
      position: { line: 1, column: 22 },
    });
    const { rowCount, notices } = await workspace.query(
      'union isfuzzy=true SigninLogs, Nope_CL, (Nope2_CL | where a == 1), Own | project name',
    );
    expect([rowCount, codes(notices)]).toEqual([
      2,
      [
        ['missingTable', 'SigninLogs'],
        ['missingTable', 'Nope_CL'],
        ['missingTable', 'Nope2_CL'],
      ],
    ]);
    await expect(bench.of(OWN, { missingTables: 'quiet' as 'empty' })).rejects.toMatchObject({
      code: 'InvalidParameter',
    });
  });

  it('a misspelt name is told its neighbours', async () => {
    const workspace = await bench.of(OWN);
    await expect(workspace.query('SecurtyEvent | take 1')).rejects.toMatchObject({
      code: 'KqlSyntax',
      help: expect.stringContaining('Is it SecurityEvent?'),
    });
    await expect(workspace.query('print tolowr("A")')).rejects.toMatchObject({
      help: expect.stringContaining('Is it tolower?'),
    });
  });
});

describe('names of columns', () => {
  it('may differ by case alone, begin with a digit, hold any letters, or be that of the table', async () => {
    const workspace = await bench.of({ 'A.csv': 'a,A,1st,größe,with space,select\nx,y,z,ä,s,q\n' });
    expect(
      await rowsOf(workspace, "A | project a, A, ['1st'], ['größe'], ['with space'], ['select']"),
    ).toEqual([['x', 'y', 'z', 'ä', 's', 'q']]);
    expect(
      await rowsOf(workspace, "A | where a == 'x' and A == 'y' | extend b = strcat(A, a) | project b"),
    ).toEqual([['yx']]);
    expect(await rowsOf(workspace, 'A | summarize n = count() by a, A | project A, n')).toEqual([['y', 1]]);
  });
});
