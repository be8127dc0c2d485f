import {
  mergeEntities,
  sameEntity,
  type Account,
  type Entity,
  type Host,
  type Process,
} from '@casebook/entities';

const host = (more: Partial<Host>): Host => ({ Type: 'host', HostName: 'WS-07', ...more });
const account = (more: Partial<Account>): Account => ({ Type: 'account', Name: 'ann', ...more });
const process = (more: Partial<Process>): Process => ({
  Type: 'process',
  ProcessId: '0x1580',
  CreationTimeUtc: '2019-01-15T05:15:15.677Z',
  ImageFile: { Type: 'file', Directory: 'C:\\Users', Name: 'ftp.exe' },
  Host: host({}),
  ...more,
});
const SID = 'S-1-5-21-1-2-3-500';

test.each<[string, Entity, Entity, boolean]>([
  ['hosts by name in any case', host({}), host({ HostName: 'ws-07' }), true],
  ['a host with and without its domain', host({ DnsDomain: 'a.com' }), host({}), true],
  ['not hosts of two domains', host({ DnsDomain: 'a.com' }), host({ DnsDomain: 'b.com' }), false],
  ['not hosts whose names only start alike', host({}), host({ HostName: 'WS-071' }), false],
  ['hosts by Azure resource, renamed', host({ AzureID: '/x' }), host({ AzureID: '/X', HostName: 'B' }), true],
  ['accounts by identifier, renamed', account({ Sid: SID }), account({ Sid: SID, Name: 'anna' }), true],
  [
    'not accounts of one well-known identifier',
    account({ Sid: 'S-1-5-18', Name: 'A$' }),
    account({ Sid: 'S-1-5-18', Name: 'B$' }),
    false,
  ],
  ['not accounts of two domains', account({ NTDomain: 'A' }), account({ NTDomain: 'B' }), false],
  [
    'not local accounts of two machines',
    account({ Host: host({}) }),
    account({ Host: host({ HostName: 'B' }) }),
    false,
  ],
  [
    'an alert’s process and its event',
    process({}),
    process({ ProcessId: '5504', CreationTimeUtc: '2019-01-15T05:15:15.6781494Z' }),
    true,
  ],
  [
    'not a process and a later one of its number',
    process({}),
    process({ CreationTimeUtc: '2019-01-15T05:16:15Z' }),
    false,
  ],
  ['not processes of unknown start', process({}), process({ CreationTimeUtc: undefined }), false],
  ['unknown entities of equal data', { Type: 'url', Url: 'a', N: 1 }, { Type: 'url', N: 1, Url: 'a' }, true],
  ['not entities of two types', host({}), account({ Name: 'WS-07' }), false],
])('the same are %s', (_, a, b, expected) => {
  expect([sameEntity(a, b), sameEntity(b, a)]).toEqual([expected, expected]);
});

test('merging joins properties and lists, and reports what differs instead of overwriting it', () => {
  const a = host({ OSName: 'Windows 10', IpAddresses: [{ Type: 'ip', Address: '10.0.0.7' }] });
  const b = host({
    HostName: 'ws-07',
    DnsDomain: 'a.com',
    OSName: 'Windows 11',
    IpAddresses: [
      { Type: 'ip', Address: '10.0.0.7' },
      { Type: 'ip', Address: '10.0.0.8' },
    ],
  });
  expect(mergeEntities(a, b)).toEqual({
    entity: {
      Type: 'host',
      HostName: 'WS-07',
      DnsDomain: 'a.com',
      OSName: 'Windows 10',
      IpAddresses: [
        { Type: 'ip', Address: '10.0.0.7' },
        { Type: 'ip', Address: '10.0.0.8' },
      ],
    },
    conflicts: [{ property: 'OSName', kept: 'Windows 10', other: 'Windows 11' }],
  });
});

test('different entities are not merged', () => {
  expect(() => mergeEntities(host({}), host({ HostName: 'B' }))).toThrow('different entities: WS-07, B');
});
