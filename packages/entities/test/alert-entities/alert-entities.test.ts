import { alertEntities, displayName } from '@casebook/entities';

test('references are resolved forward and backward, alone and in lists', () => {
  const cell = JSON.stringify([
    {
      $id: '2',
      ProcessId: '0x10',
      Host: { $ref: '3' },
      Files: [{ $ref: '4' }, { $ref: '4' }],
      Type: 'process',
    },
    { $id: '3', HostName: 'WS-07', Type: 'host' },
    { $id: '4', Name: 'a.exe', Host: { $ref: '3' }, Type: 'file' },
  ]);
  const host = { HostName: 'WS-07', Type: 'host' };
  const file = { Name: 'a.exe', Host: host, Type: 'file' };
  expect(alertEntities(cell)).toEqual([
    { ProcessId: '0x10', Host: host, Files: [file, file], Type: 'process' },
    host,
    file,
  ]);
});

test('a cycle ends in the plain properties of what it comes back to', () => {
  const cell = [
    { $id: '1', Name: 'ann', Host: { $ref: '2' }, Type: 'account' },
    { $id: '2', HostName: 'WS-07', Owner: { $ref: '1' }, Type: 'host' },
  ];
  expect(alertEntities(JSON.stringify(cell))).toEqual([
    {
      Name: 'ann',
      Host: { HostName: 'WS-07', Owner: { Name: 'ann', Type: 'account' }, Type: 'host' },
      Type: 'account',
    },
    {
      HostName: 'WS-07',
      Owner: { Name: 'ann', Host: { HostName: 'WS-07', Type: 'host' }, Type: 'account' },
      Type: 'host',
    },
  ]);
});

test('a nested definition can be referred to, and a reference without target stays', () => {
  expect(
    alertEntities([
      { $id: '1', Host: { $id: '2', HostName: 'A', Type: 'host' }, Type: 'account' },
      { $ref: '2' },
      { File: { $ref: '9' }, Type: 'process' },
    ]),
  ).toEqual([
    { Host: { HostName: 'A', Type: 'host' }, Type: 'account' },
    { HostName: 'A', Type: 'host' },
    { File: { $ref: '9' }, Type: 'process' },
  ]);
});

test('entities of incidents get the names that alerts use', () => {
  expect(
    alertEntities([
      ['Account', { accountName: 'JeffL', upnSuffix: 'contoso.com', aadUserId: 'x' }],
      { kind: 'Host', properties: { hostName: 'WS', dnsDomain: 'contoso.com', omsAgentID: 'y' } },
      { Address: '10.0.0.1', Type: 'ipaddress' },
      { Whatever: 1 },
    ]),
  ).toEqual([
    { Type: 'account', Name: 'JeffL', UPNSuffix: 'contoso.com', AadUserId: 'x' },
    { Type: 'host', HostName: 'WS', DnsDomain: 'contoso.com', AgentId: 'y' },
    { Type: 'ip', Address: '10.0.0.1' },
    { Type: 'unknown', Whatever: 1 },
  ]);
});

test('references that multiply stop at a limit instead of filling the memory', () => {
  const bomb = Array.from({ length: 60 }, (_, level) => ({
    $id: String(level),
    A: { $ref: String(level + 1) },
    B: { $ref: String(level + 1) },
    Type: 'x',
  }));
  expect(JSON.stringify(alertEntities(bomb)).length).toBeLessThan(5_000_000);
});

test('names such as __proto__ are ordinary, the entities are frozen, and what is no list is refused', () => {
  const [entity] = alertEntities('[{"__proto__":{"polluted":true},"constructor":"x","Type":"host"}]');
  expect(Object.keys(entity as object)).toEqual(['__proto__', 'Constructor', 'Type']);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.isFrozen(entity)).toBe(true);
  expect(alertEntities('')).toEqual([]);
  expect(() => alertEntities('{')).toThrow('invalid alert entities');
  expect(() => alertEntities('{"a":1}')).toThrow('invalid alert entities');
});

test('every entity has a name to show', () => {
  const names = alertEntities([
    { HostName: 'WS-07', DnsDomain: 'contoso.local', Type: 'host' },
    { Name: 'ann', NTDomain: 'CONTOSO', Type: 'account' },
    { Name: 'ann', UPNSuffix: 'contoso.com', Type: 'account' },
    {
      ProcessId: '0x1580',
      ImageFile: { Directory: 'c:\\users', Name: 'ftp.exe', Type: 'file' },
      Type: 'process',
    },
    { Url: 'http://x.example', Type: 'url' },
    { Type: 'mailbox' },
  ]).map(displayName);
  expect(names).toEqual([
    'WS-07.contoso.local',
    'CONTOSO\\ann',
    'ann@contoso.com',
    'c:\\users\\ftp.exe [0x1580]',
    'http://x.example',
    'mailbox',
  ]);
});
