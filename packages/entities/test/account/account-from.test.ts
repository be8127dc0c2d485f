import { accountFrom } from '@casebook/entities';

test('an account is read from each way to write it', () => {
  expect(
    ['CONTOSO\\ann', 'ann@contoso.com', 'S-1-5-18', 'root', 'NT AUTHORITY\\SYSTEM', '-\\ann'].map(
      accountFrom,
    ),
  ).toEqual([
    { Type: 'account', Name: 'ann', NTDomain: 'CONTOSO' },
    { Type: 'account', Name: 'ann', UPNSuffix: 'contoso.com' },
    { Type: 'account', Sid: 'S-1-5-18' },
    { Type: 'account', Name: 'root' },
    { Type: 'account', Name: 'SYSTEM', NTDomain: 'NT AUTHORITY' },
    { Type: 'account', Name: 'ann' },
  ]);
});

test('text that names nobody is null', () => {
  expect(['', '-', '\\', '-\\-', 'CONTOSO\\'].map(accountFrom)).toEqual([null, null, null, null, null]);
});
