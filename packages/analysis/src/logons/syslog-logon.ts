/** What a message of sshd, su or PAM says of a logon; empty where it does not say. */
export interface SyslogLogon {
  readonly result: 'Success' | 'Failure' | 'Unknown';
  readonly account: string;
  readonly source: string;
}

const SUCCESS = /^(?:Accepted|Successful) /;
const FAILURE =
  /failure|failed|invalid|unable to negotiate|did not receive identification|bad protocol version identification|maximum authentication attempts|not allowed because/i;
const GAVE_UP = /^(?:Connection (?:closed|reset)|Disconnected|Disconnecting) /;
/** Repeats that rsyslog folded into one message. */
const REPEATED = /^message repeated \d{1,9} times: \[ ?(.*)\]$/;

/** What stands before an account, for sshd and su. */
const BEFORE_ACCOUNT: readonly RegExp[] = [
  /^(?:Accepted|Failed|Postponed) \S{1,64} for (?:invalid user )?/,
  /^(?:error: )?maximum authentication attempts exceeded for (?:invalid user )?/,
  /^(?:Invalid|Illegal) user /,
  /^(?:Connection (?:closed|reset) by|Disconnected from|Disconnecting)(?: authenticating| invalid)? user /,
  /^User (?=\S{1,256} from )/,
  /^(?:Successful|FAILED) su for /,
  /^FAILED SU \(to (?=[^)]{1,256}\))/,
  /^pam_\w{1,32}\([^)]{1,64}\): session (?:opened|closed) for user /,
];
const PAM = /^(?:pam_\w{1,32}\([^)]{1,64}\): |PAM \d{1,4} more )/;

const ADDRESS =
  /(?<![\w.:])(?:(?:::ffff:)?\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:%[\w.-]{1,16})?)(?![\w.])/gi;
/** Messages in which the other side's words come after its address; in the others they come before it. */
const ADDRESS_FIRST = /^(?:Accepted |Received disconnect |Unable to negotiate )/;

/**
 * Reads a message of the auth log. What the other side may write in it (a user name such as `x from 10.0.0.1 port 1`) does not
 * pass for what the daemon says: a success is told by the start of the message, an address by where the daemon puts it.
 * Source: message forms of OpenSSH's auth.c, of pam_unix and of su; the words of failure are those of MSTICNB's
 * HostLogonsSummary. No errors: what it does not know is `Unknown`. Linear in the length of the message.
 */
export function syslogLogon(text: string): SyslogLogon {
  const message = (REPEATED.exec(text)?.[1] ?? text).trim();
  const failed = FAILURE.test(message) || (GAVE_UP.test(message) && message.endsWith('[preauth]'));
  const result = SUCCESS.test(message) ? 'Success' : failed ? 'Failure' : 'Unknown';
  const host = PAM.test(message) ? fieldIn(message, ' rhost=') : undefined;
  if (host !== undefined) return { result, account: fieldIn(message, ' user=') ?? '', source: host };
  const address = addressIn(message);
  return { result, account: accountIn(message, address?.at), source: address?.text ?? '' };
}

/** What follows the last place of a name, up to a space. */
function fieldIn(message: string, name: string): string | undefined {
  const at = message.lastIndexOf(name);
  return at < 0 ? undefined : (message.slice(at + name.length).split(' ', 1)[0] as string);
}

function addressIn(message: string): { readonly at: number; readonly text: string } | undefined {
  const found = [...message.matchAll(ADDRESS)].map((match) => ({ at: match.index, text: match[0] }));
  const withPort = found.filter(({ at, text }) => message.startsWith(' port ', at + text.length));
  const candidates =
    withPort.length > 0 ? withPort : found.filter(({ at }) => message.startsWith(' from ', at - 6));
  return ADDRESS_FIRST.test(message) ? candidates[0] : candidates.at(-1);
}

function accountIn(message: string, addressAt: number | undefined): string {
  const start = BEFORE_ACCOUNT.map((before) => before.exec(message)?.[0].length).find((length) => length);
  if (start === undefined) return '';
  if (addressAt === undefined || addressAt < start) return /^[^\s()]*/.exec(message.slice(start))?.[0] ?? '';
  const name = message.slice(start, addressAt).trimEnd();
  return name.endsWith(' from') ? name.slice(0, -5) : name === 'from' ? '' : name;
}
