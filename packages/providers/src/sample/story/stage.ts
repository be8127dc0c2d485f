import type { Host } from '../company/hosts';
import { alertRow, type AlertDraft } from '../events/alert';
import type { Ids } from '../events/ids';
import { startProcess, type Process } from '../events/process';
import type { LogonSession } from '../events/logon';
import type { SecurityLog } from '../events/security-log';
import type { Moment } from '../moment';
import type { SystemAt } from '../routine/security';
import type { SampleRow } from '../row';

/** A process of the story, with the command line that started it. */
export interface Told extends Process {
  readonly command: string;
}

/** Where chapters write. */
export class Stage {
  readonly log: SecurityLog;
  readonly ids: Ids;
  readonly systemAt: SystemAt;
  readonly alerts: SampleRow[] = [];
  readonly incidents: SampleRow[] = [];
  readonly bookmarks: SampleRow[] = [];
  readonly signIns: SampleRow[] = [];
  readonly syslog: SampleRow[] = [];
  readonly flows: SampleRow[] = [];

  constructor(log: SecurityLog, ids: Ids, systemAt: SystemAt) {
    this.log = log;
    this.ids = ids;
    this.systemAt = systemAt;
  }

  /** Starts a process; `command` is what stands after the program, or the whole line when `whole`. */
  start(parent: Process, at: Moment, path: string, command: string, session?: LogonSession): Told {
    const { host } = parent;
    const process = startProcess(this.log, parent, at, {
      pid: this.ids.process(host),
      path,
      command,
      session,
    });
    return { ...process, command };
  }

  /** The next logon identifier of a machine. */
  logon(host: Host): string {
    return this.ids.logon(host);
  }

  /** Raises an alert. */
  alert(draft: AlertDraft): void {
    this.alerts.push(alertRow(draft));
  }
}
