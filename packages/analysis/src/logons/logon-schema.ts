/** Where a log says what of a logon: for each role the columns that may hold it, the first that is there counts. */
export interface LogonSchema {
  readonly name: string;
  /** When it happened. */
  readonly time: readonly string[];
  /** Who logged on. Empty where the message says it. */
  readonly account: readonly string[];
  /** Where to. */
  readonly host?: readonly string[];
  /** Where from. */
  readonly source?: readonly string[];
  /** How: a Windows logon type, the process that let in, an application. */
  readonly type?: readonly string[];
  /** What came of it: the values that are a success, and those that are a failure (`'others'`: all but null). */
  readonly result?: {
    readonly columns: readonly string[];
    readonly success: readonly string[];
    readonly failure: readonly string[] | 'others';
  };
  /** The text that says all of that, where no column does: a message of sshd, su or PAM. */
  readonly message?: readonly string[];
}

const HOSTS = ['Computer', 'DeviceName', 'Hostname', 'HostName'];

/** Rows that `readLogons` or a query has brought into form. */
const READ: LogonSchema = {
  name: 'read',
  time: ['TimeGenerated', 'TimeCreatedUtc', 'EventTime'],
  account: ['Account'],
  host: HOSTS,
  source: ['SourceIP', 'IpAddress'],
  type: ['LogonTypeName', 'LogonType', 'LogonProcessName'],
  result: { columns: ['LogonResult'], success: ['Success'], failure: ['Failure', 'Failed'] },
};

/** Security events 4624 and 4625. */
const WINDOWS: LogonSchema = {
  name: 'windows',
  time: ['TimeGenerated', 'TimeCreatedUtc', 'EventTime'],
  account: ['TargetAccount', 'Account', 'TargetUserName'],
  host: HOSTS,
  source: ['IpAddress'],
  type: ['LogonTypeName', 'LogonType'],
  result: { columns: ['EventID'], success: ['4624'], failure: ['4625'] },
};

/** Syslog of facilities auth and authpriv. */
const SYSLOG: LogonSchema = {
  name: 'syslog',
  time: ['EventTime', 'TimeGenerated'],
  account: [],
  host: HOSTS,
  type: ['LogonProcessName', 'ProcessName'],
  message: ['SyslogMessage'],
};

/** Entra ID's SigninLogs. */
const SIGNIN: LogonSchema = {
  name: 'signin',
  time: ['TimeGenerated', 'CreatedDateTime'],
  account: ['UserPrincipalName', 'ServicePrincipalName'],
  source: ['IPAddress'],
  type: ['AppDisplayName', 'ResourceDisplayName'],
  result: { columns: ['ResultType'], success: ['0'], failure: 'others' },
};

/** Defender's DeviceLogonEvents. */
const DEFENDER: LogonSchema = {
  name: 'defender',
  time: ['Timestamp', 'TimeGenerated'],
  account: ['AccountName'],
  host: HOSTS,
  source: ['RemoteIP'],
  type: ['LogonType'],
  result: { columns: ['ActionType'], success: ['LogonSuccess'], failure: ['LogonFailed'] },
};

/** The logs that `readLogons` knows, the first that fits counts; spread it and add to it to teach it another. */
export const LOGON_SCHEMAS: readonly LogonSchema[] = [READ, WINDOWS, SYSLOG, SIGNIN, DEFENDER];
