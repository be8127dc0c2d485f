import { hostFromHeartbeat, hostFromName } from '@casebook/entities';
import { Frame } from '@casebook/core';
import { queries, type HeartbeatGetHeartbeatForHostRow } from '@casebook/queries';

test('a heartbeat tells name, system and addresses of a host', () => {
  const { columns } = queries.Heartbeat.get_heartbeat_for_host;
  const [row] = Frame.fromRows<HeartbeatGetHeartbeatForHostRow>(columns, [
    {
      Computer: 'WS-07.contoso.local',
      OSType: 'Windows',
      OSName: 'Windows 11',
      OSMajorVersion: '10',
      OSMinorVersion: '0',
      ComputerIP: '203.0.113.7',
      ComputerPrivateIPs: ['10.0.0.7'],
      ComputerEnvironment: 'Azure',
      RemoteIPCountry: 'France',
      ResourceId: '/subscriptions/x',
    },
  ]).rows();
  expect(hostFromHeartbeat(row as HeartbeatGetHeartbeatForHostRow)).toEqual({
    Type: 'host',
    HostName: 'WS-07',
    DnsDomain: 'contoso.local',
    AzureID: '/subscriptions/x',
    OSFamily: 'Windows',
    OSName: 'Windows 11',
    OSVersion: '10.0',
    Environment: 'Azure',
    IpAddresses: [
      { Type: 'ip', Address: '203.0.113.7', Location: { CountryName: 'France' } },
      { Type: 'ip', Address: '10.0.0.7' },
    ],
  });
});

test('a name is cut at its first dot, an address is not', () => {
  expect(['ws.a.com', 'ws', '10.0.0.7'].map(hostFromName)).toEqual([
    { Type: 'host', HostName: 'ws', DnsDomain: 'a.com' },
    { Type: 'host', HostName: 'ws' },
    { Type: 'host', HostName: '10.0.0.7' },
  ]);
});
