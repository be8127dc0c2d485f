import { syslogLogon } from '@casebook/analysis';

it.each([
  ['Accepted publickey for peteb from 10.0.0.9 port 50022 ssh2: RSA SHA256:ab', 'Success peteb 10.0.0.9'],
  ['Accepted password for failed from fe80::1%eth0 port 5 ssh2', 'Success failed fe80::1%eth0'],
  ['Failed password for root from 203.0.113.5 port 22 ssh2', 'Failure root 203.0.113.5'],
  ['Failed password for invalid user x y from 203.0.113.5 port 22 ssh2', 'Failure x y 203.0.113.5'],
  ['Failed none for invalid user  from 203.0.113.5 port 22 ssh2', 'Failure  203.0.113.5'],
  ['Invalid user admin from 203.0.113.5', 'Failure admin 203.0.113.5'],
  ['Invalid user  from 203.0.113.5 port 9', 'Failure  203.0.113.5'],
  ['Connection closed by authenticating user root 203.0.113.5 port 9 [preauth]', 'Failure root 203.0.113.5'],
  ['Connection closed by 203.0.113.5 port 9 [preauth]', 'Failure  203.0.113.5'],
  ['Connection closed by 203.0.113.5 port 9', 'Unknown  203.0.113.5'],
  ['Disconnected from user bob 203.0.113.5 port 9', 'Unknown bob 203.0.113.5'],
  ['User guest from 203.0.113.5 not allowed because not listed in AllowUsers', 'Failure guest 203.0.113.5'],
  [
    'error: maximum authentication attempts exceeded for root from 203.0.113.5 port 9 ssh2 [preauth]',
    'Failure root 203.0.113.5',
  ],
  ['Unable to negotiate with 203.0.113.5 port 9: no matching host key type found.', 'Failure  203.0.113.5'],
  [
    "Bad protocol version identification 'GET / 10.6.6.6 port 1' from 203.0.113.5 port 9",
    'Failure  203.0.113.5',
  ],
  ['Received disconnect from 203.0.113.5 port 9:11: Bye 10.6.6.6 port 1 [preauth]', 'Unknown  203.0.113.5'],
  [
    'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.5  user=root',
    'Failure root 203.0.113.5',
  ],
  [
    'PAM 2 more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=evil.example',
    'Failure  evil.example',
  ],
  ['pam_unix(sshd:session): session opened for user bob(uid=1000) by (uid=0)', 'Unknown bob '],
  ['Successful su for root by bob', 'Success root '],
  ['FAILED SU (to root) bob on pts/0', 'Failure root '],
  [
    'message repeated 2 times: [ Failed password for root from 203.0.113.5 port 22 ssh2]',
    'Failure root 203.0.113.5',
  ],
  ['Server listening on 0.0.0.0 port 22.', 'Unknown  0.0.0.0'],
  ['', 'Unknown  '],
])('reads %j', (message, wanted) => {
  const { result, account, source } = syslogLogon(message);
  expect(`${result} ${account} ${source}`).toBe(wanted);
});

it.each([
  [
    'Invalid user Accepted password for root from 10.6.6.6 port 1 from 203.0.113.5 port 9',
    'Accepted password for root from 10.6.6.6 port 1',
  ],
  [
    'Failed password for invalid user a from 10.6.6.6 port 1 ssh2 from 203.0.113.5 port 9 ssh2',
    'a from 10.6.6.6 port 1 ssh2',
  ],
])('is not deceived by a user name in %j', (message, account) => {
  expect(syslogLogon(message)).toEqual({ result: 'Failure', account, source: '203.0.113.5' });
});

it.each(['Invalid user ', '1.1.1.1 port ', ':', 'pam_unix(x): user=', ' user= rhost=', 'a:', 'f', '1.'])(
  'reads a megabyte of %j in linear time',
  (piece) => {
    const started = performance.now();
    syslogLogon(`Invalid user ${piece.repeat(2 ** 20 / piece.length)}`);
    syslogLogon(`pam_unix(sshd:auth): ${piece.repeat(2 ** 20 / piece.length)}`);
    expect(performance.now() - started).toBeLessThan(2000);
  },
);
