import type { Host } from '../company/hosts';
import { dateTime, SPAN, ticksCell, type Moment } from '../moment';
import type { SampleRow } from '../row';
import { xmlText } from './event-data';

/** A line of a Linux machine's log. */
export interface SyslogLine {
  readonly facility: 'auth' | 'authpriv' | 'cron' | 'daemon' | 'kern' | 'syslog' | 'user';
  readonly severity: 'debug' | 'info' | 'notice' | 'warning' | 'err' | 'crit' | 'alert';
  readonly process: string;
  readonly pid: number;
  readonly message: string;
}

/** Writes a row of Syslog. */
export const syslogRow = (host: Host, at: Moment, line: SyslogLine): SampleRow => ({
  at,
  cells: {
    Computer: host.fqdn,
    HostName: host.name,
    HostIP: host.ip,
    CollectorHostName: host.name,
    EventTime: ticksCell(at - (at % SPAN.second)),
    Facility: line.facility,
    SeverityLevel: line.severity,
    ProcessName: line.process,
    ProcessID: line.pid,
    SyslogMessage: line.message,
  },
});

/** A process start that Sysmon for Linux saw. */
export interface LinuxProcess {
  readonly record: number;
  readonly pid: number;
  readonly image: string;
  readonly command: string;
  readonly folder: string;
  readonly user: string;
  readonly parent: {
    readonly pid: number;
    readonly image: string;
    readonly command: string;
    readonly user: string;
  };
  readonly sha256: string;
}

const processGuid = (host: Host, pid: number): string =>
  `{${host.vmId.slice(0, 8)}-${host.vmId.slice(9, 13)}-${host.vmId.slice(14, 18)}-0000-${pid.toString(16).padStart(12, '0')}}`;

const system = (host: Host, at: Moment, record: number): string =>
  '<System><Provider Name="Linux-Sysmon" Guid="{ff032593-a8d3-4f13-b0d6-01fc615a0f97}"/><EventID>1</EventID><Version>5</Version>' +
  '<Level>4</Level><Task>1</Task><Opcode>0</Opcode><Keywords>0x8000000000000000</Keywords>' +
  `<TimeCreated SystemTime="${dateTime(at).toJSON()}"/><EventRecordID>${record}</EventRecordID><Correlation/>` +
  '<Execution ProcessID="812" ThreadID="812"/><Channel>Linux-Sysmon/Operational</Channel>' +
  `<Computer>${host.name}</Computer><Security UserId="0"/></System>`;

/** Writes event 1 of Sysmon for Linux as the row of Syslog that carries its XML. */
export function sysmonRow(host: Host, at: Moment, process: LinuxProcess): SampleRow {
  const data = {
    RuleName: '-',
    UtcTime: dateTime(at - (at % SPAN.millisecond))
      .toJSON()
      .replace('T', ' ')
      .replace('Z', ''),
    ProcessGuid: processGuid(host, process.pid),
    ProcessId: String(process.pid),
    Image: process.image,
    FileVersion: '-',
    Description: '-',
    Product: '-',
    Company: '-',
    OriginalFileName: '-',
    CommandLine: process.command,
    CurrentDirectory: process.folder,
    User: process.user,
    LogonGuid: processGuid(host, 1),
    LogonId: process.user === 'root' ? '0' : '1000',
    TerminalSessionId: '3',
    IntegrityLevel: 'no level',
    Hashes: `SHA256=${process.sha256}`,
    ParentProcessGuid: processGuid(host, process.parent.pid),
    ParentProcessId: String(process.parent.pid),
    ParentImage: process.parent.image,
    ParentCommandLine: process.parent.command,
    ParentUser: process.parent.user,
  };
  const values = Object.entries(data).map(([name, value]) => `<Data Name="${name}">${xmlText(value)}</Data>`);
  const message = `<Event>${system(host, at, process.record)}<EventData>${values.join('')}</EventData></Event>`;
  return syslogRow(host, at, { facility: 'user', severity: 'info', process: 'sysmon', pid: 812, message });
}
