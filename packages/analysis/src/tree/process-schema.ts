/** Where a log says what of a process: for each role the columns that may hold it, the first that is there counts. */
export interface ProcessSchema {
  readonly name: string;
  /** When the process started. */
  readonly time: readonly string[];
  readonly processId: readonly string[];
  readonly processName: readonly string[];
  readonly parentId: readonly string[];
  readonly parentName?: readonly string[];
  /** The image's whole path, where the name is not. */
  readonly imagePath?: readonly string[];
  readonly parentImagePath?: readonly string[];
  readonly commandLine?: readonly string[];
  readonly account?: readonly string[];
  readonly host?: readonly string[];
  /** The logon session of the one who started it. */
  readonly logonId?: readonly string[];
  /** The logon session that it runs in, where that is another; `0x0` for the same. */
  readonly targetLogonId?: readonly string[];
  /** When the parent started: where a log says so, parents are found by it and not by nearness in time. */
  readonly parentTime?: readonly string[];
  readonly parentCommandLine?: readonly string[];
  readonly grandparentId?: readonly string[];
  readonly grandparentName?: readonly string[];
  readonly grandparentTime?: readonly string[];
  /** The rows that are process starts, where the log holds others too. */
  readonly filter?: { readonly column: string; readonly equals: readonly (string | number)[] };
}

const HOSTS = ['Computer', 'DeviceName', 'Hostname', 'HostName', 'hostname'];
/** When an event was recorded, in tables and in recordings. */
const RECORDED = ['TimeGenerated', 'TimeCreatedUtc', 'EventTime', 'TimeCreated', '@timestamp'];

/** Security event 4688. */
const WINDOWS: ProcessSchema = {
  name: 'windows',
  time: RECORDED,
  processId: ['NewProcessId'],
  processName: ['NewProcessName'],
  parentId: ['ProcessId'],
  parentName: ['ParentProcessName'],
  commandLine: ['CommandLine'],
  account: ['Account', 'SubjectUserName'],
  host: HOSTS,
  logonId: ['SubjectLogonId'],
  targetLogonId: ['TargetLogonId'],
  filter: { column: 'EventID', equals: [4688] },
};

/** Sysmon event 1, on Windows and on Linux. */
const SYSMON: ProcessSchema = {
  name: 'sysmon',
  time: ['UtcTime', ...RECORDED],
  processId: ['ProcessId'],
  processName: ['Image'],
  parentId: ['ParentProcessId'],
  parentName: ['ParentImage'],
  commandLine: ['CommandLine'],
  account: ['User'],
  host: HOSTS,
  logonId: ['LogonId'],
  filter: { column: 'EventID', equals: [1] },
};

/** Linux auditd, its SYSCALL and EXECVE records joined. */
const AUDITD: ProcessSchema = {
  name: 'auditd',
  time: RECORDED,
  processId: ['pid'],
  processName: ['exe'],
  parentId: ['ppid'],
  commandLine: ['cmdline', 'cmd'],
  account: ['acct', 'auid', 'uid'],
  host: HOSTS,
  logonId: ['ses'],
  filter: { column: 'EventType', equals: ['SYSCALL_EXECVE'] },
};

/** Defender's DeviceProcessEvents, and the names of its raw events. */
const DEFENDER: ProcessSchema = {
  name: 'defender',
  time: ['ProcessCreationTime', 'CreatedProcessCreationTime', 'Timestamp', 'TimeGenerated'],
  processId: ['ProcessId', 'CreatedProcessId'],
  processName: ['FileName', 'CreatedProcessName'],
  parentId: ['InitiatingProcessId'],
  parentName: ['InitiatingProcessFileName', 'InitiatingProcessName'],
  imagePath: ['FolderPath', 'CreatedProcessFilePath'],
  parentImagePath: ['InitiatingProcessFolderPath', 'InitiatingProcessImageFilePath'],
  commandLine: ['ProcessCommandLine', 'CreatedProcessCommandLine'],
  account: ['AccountName', 'CreatedProcessAccountName'],
  host: [...HOSTS, 'ComputerDnsName'],
  logonId: ['InitiatingProcessLogonId'],
  targetLogonId: ['LogonId'],
  parentTime: ['InitiatingProcessCreationTime'],
  parentCommandLine: ['InitiatingProcessCommandLine', 'Process_CommandLine'],
  grandparentId: ['InitiatingProcessParentId', 'InitiatingProcessParentProcessId'],
  grandparentName: ['InitiatingProcessParentFileName', 'InitiatingProcessParentProcessName'],
  grandparentTime: ['InitiatingProcessParentCreationTime'],
  filter: { column: 'ActionType', equals: ['ProcessCreated'] },
};

/** The normalised process events of ASIM. */
const ASIM: ProcessSchema = {
  name: 'asim',
  time: ['TargetProcessCreationTime', 'EventStartTime', 'TimeGenerated'],
  processId: ['TargetProcessId'],
  processName: ['TargetProcessName'],
  parentId: ['ActingProcessId'],
  parentName: ['ActingProcessName'],
  commandLine: ['TargetProcessCommandLine'],
  account: ['TargetUsername', 'ActorUsername'],
  host: ['DvcHostname', 'Dvc', ...HOSTS],
  logonId: ['ActorSessionId'],
  targetLogonId: ['TargetUserSessionId'],
};

/** Process starts as FireEye HX has them. */
const HX: ProcessSchema = {
  name: 'hx',
  time: ['starttime'],
  processId: ['pid'],
  processName: ['process'],
  parentId: ['parentpid'],
  parentName: ['parentprocess'],
  commandLine: ['processcmdline'],
  account: ['username'],
  host: HOSTS,
  filter: { column: 'eventtype', equals: ['start'] },
};

/** The logs that `buildProcessTree` knows; spread it and add to it to teach it another. */
export const PROCESS_SCHEMAS: readonly ProcessSchema[] = [WINDOWS, SYSMON, AUDITD, DEFENDER, ASIM, HX];
