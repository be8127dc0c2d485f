import type { WindowsSecurityListHostProcessesRow } from '@casebook/queries';
import { accountFrom } from '../account/account-from';
import type { Account } from '../account/account';
import { compact } from '../compact';
import { fileFromPath } from '../file/file-from-path';
import { hostFromName } from '../host/host-from-name';
import type { Process } from './process';

/** The process that a process creation (event 4688) tells of, with its parent, as far as the event knows it. */
export const processFromSecurityEvent = (row: WindowsSecurityListHostProcessesRow): Process => {
  const Host = hostFromName(row.Computer);
  const parent = compact({
    Type: 'process',
    ProcessId: row.ProcessId,
    ImageFile: fileFromPath(row.ParentProcessName),
    Host,
  }) as Process;
  return compact({
    Type: 'process',
    ProcessId: row.NewProcessId,
    CommandLine: row.CommandLine,
    CreationTimeUtc: row.TimeGenerated?.toString(),
    ElevationToken: row.TokenElevationType,
    ImageFile: fileFromPath(row.NewProcessName),
    Account: subject(row),
    Host,
    ParentProcess: row.ProcessId || row.ParentProcessName ? parent : null,
    LogonId: row.SubjectLogonId,
  }) as Process;
};

const subject = (row: WindowsSecurityListHostProcessesRow): Account | null => {
  const named =
    row.SubjectUserName === ''
      ? accountFrom(row.Account)
      : accountFrom(`${row.SubjectDomainName}\\${row.SubjectUserName}`);
  return named ? (compact({ ...named, Sid: row.SubjectUserSid }) as Account) : null;
};
