import type { Host } from '../company/hosts';
import type { Moment } from '../moment';
import { together } from '../row';
import { hex } from './ids';
import type { LogonSession } from './logon';
import { subject, type SecurityLog } from './security-log';

/** A started process. */
export interface Process {
  readonly host: Host;
  readonly pid: number;
  readonly path: string;
  readonly session: LogonSession;
  readonly started: Moment;
}

/** What to start. */
export interface ProcessStart {
  readonly pid: number;
  readonly path: string;
  readonly command: string;
  /** Who starts it; by default whoever the parent belongs to. */
  readonly session?: LogonSession;
}

const ELEVATION = { full: '%%1936', elevated: '%%1937', limited: '%%1938' } as const;

const LABEL = { full: 'S-1-16-16384', elevated: 'S-1-16-12288', limited: 'S-1-16-8192' } as const;

/** The last part of a Windows path. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('\\') + 1);

/** Writes event 4688 and gives the process; its parent must have started before. */
export function startProcess(log: SecurityLog, parent: Process, at: Moment, start: ProcessStart): Process {
  const session = start.session ?? parent.session;
  if (at < parent.started) throw new Error(`early child: ${start.path}`);
  log.add(
    parent.host,
    at,
    4688,
    session.account,
    together(subject(session.account, session.logonId), {
      TargetUserSid: 'S-1-0-0',
      TargetUserName: '-',
      TargetDomainName: '-',
      TargetLogonId: '0x0',
      NewProcessId: hex(start.pid),
      NewProcessName: start.path,
      Process: baseName(start.path),
      TokenElevationType: ELEVATION[session.elevation],
      MandatoryLabel: LABEL[session.elevation],
      ProcessId: hex(parent.pid),
      ParentProcessName: parent.path,
      CommandLine: start.command,
    }),
  );
  return { host: parent.host, pid: start.pid, path: start.path, session, started: at };
}

/** Writes event 4689. */
export function exitProcess(log: SecurityLog, process: Process, at: Moment, status = '0x0'): void {
  log.add(
    process.host,
    at,
    4689,
    process.session.account,
    together(subject(process.session.account, process.session.logonId), {
      ProcessId: hex(process.pid),
      ProcessName: process.path,
      Process: baseName(process.path),
      Status: status,
    }),
  );
}
