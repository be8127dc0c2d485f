import { ipAddressFrom, ipAddressesFrom } from '@casebook/entities';

test('an address is read without blanks, brackets and port', () => {
  const texts = [
    ' 10.0.0.7 ',
    '10.0.0.7:443',
    '[2001:db8::1]:443',
    '2001:db8::1',
    '::ffff:10.0.0.1',
    'fe80::1%eth0',
    '::',
  ];
  expect(texts.map((text) => ipAddressFrom(text)?.Address)).toEqual([
    '10.0.0.7',
    '10.0.0.7',
    '2001:db8::1',
    '2001:db8::1',
    '::ffff:10.0.0.1',
    'fe80::1%eth0',
    '::',
  ]);
});

test('what is no address is null', () => {
  const texts = [
    '',
    '-',
    'LOCAL',
    '10.0.0',
    '10.0.0.256',
    '1:2:3',
    ':::',
    '1::2::3',
    '12345::',
    ':1:2:3:4:5:6:7:8',
  ];
  expect(texts.map((text) => ipAddressFrom(text))).toEqual(texts.map(() => null));
});

test('addresses of a text are each given once', () => {
  expect(ipAddressesFrom('10.0.0.7, 10.0.0.8 10.0.0.7;x')).toEqual([
    { Type: 'ip', Address: '10.0.0.7' },
    { Type: 'ip', Address: '10.0.0.8' },
  ]);
});
