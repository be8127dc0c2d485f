import { mentionsHost, namesAgree, shortName } from '../../src/resolve/host-names';

test.each([
  ['HOST', 'host', true],
  ['HOST', 'host.contoso.com', true],
  ['host.contoso', 'HOST.contoso.com', true],
  ['HOST', 'HOST2', false],
  ['HOST', 'MYHOST', false],
  ['HOST', 'HOST-2.contoso.com', false],
  ['host.a.com', 'host.b.com', false],
  ['10.0.0', '10.0.0.7', false],
  ['10.0.0.7', '10.0.0.7', true],
])('%s and %s agree: %s', (a, b, expected) => {
  expect([namesAgree(a, b), namesAgree(b, a)]).toEqual([expected, expected]);
});

test('a bare name is what stands before the first dot, but not of an address', () => {
  expect(['ws.a.com', 'ws', '10.0.0.7', 'fe80::1'].map(shortName)).toEqual([
    'ws',
    'ws',
    '10.0.0.7',
    'fe80::1',
  ]);
});

test.each([
  ['logon to WS-07.', true],
  ['CONTOSO\\WS-07$ did it', true],
  ['\\\\ws-07.contoso.local\\share', true],
  ['WS-07.other.local', false],
  ['WS-071', false],
  ['MY-WS-07', false],
  ['WS-07_old', false],
  ['', false],
])('%j mentions the host: %s', (text, expected) => {
  const names = { asked: 'WS-07', all: ['WS-07.contoso.local'], byTable: new Map(), shared: false };
  expect(mentionsHost(text, names)).toBe(expected);
});
