import { Frame } from '@casebook/core';
import { processFromSecurityEvent } from '@casebook/entities';
import { queries, type WindowsSecurityListHostProcessesRow } from '@casebook/queries';

test('a process creation tells process, parent, account and host', () => {
  const { columns } = queries.WindowsSecurity.list_host_processes;
  const [row] = Frame.fromRows<WindowsSecurityListHostProcessesRow>(columns, [
    {
      TimeGenerated: '2019-01-15T05:15:15.677Z',
      Computer: 'MSTICAlertsWin1',
      SubjectUserName: 'MSTICAdmin',
      SubjectDomainName: 'MSTICAlertsWin1',
      SubjectUserSid: 'S-1-5-21-1-2-3-500',
      SubjectLogonId: '0xfaac27',
      NewProcessId: '0x1580',
      NewProcessName: 'C:\\Diagnostics\\UserTmp\\ftp.exe',
      ProcessId: '0xbc8',
      ParentProcessName: 'C:\\Windows\\System32\\cmd.exe',
      CommandLine: '.\\ftp  -s:C:\\RECYCLER\\xxppyy.exe',
      TokenElevationType: '%%1936',
    },
  ]).rows();
  const Host = { Type: 'host', HostName: 'MSTICAlertsWin1' };
  expect(processFromSecurityEvent(row as WindowsSecurityListHostProcessesRow)).toEqual({
    Type: 'process',
    ProcessId: '0x1580',
    CommandLine: '.\\ftp  -s:C:\\RECYCLER\\xxppyy.exe',
    CreationTimeUtc: '2019-01-15T05:15:15.677Z',
    ElevationToken: '%%1936',
    ImageFile: { Type: 'file', Directory: 'C:\\Diagnostics\\UserTmp', Name: 'ftp.exe' },
    Account: { Type: 'account', Name: 'MSTICAdmin', NTDomain: 'MSTICAlertsWin1', Sid: 'S-1-5-21-1-2-3-500' },
    Host,
    ParentProcess: {
      Type: 'process',
      ProcessId: '0xbc8',
      ImageFile: { Type: 'file', Directory: 'C:\\Windows\\System32', Name: 'cmd.exe' },
      Host,
    },
    LogonId: '0xfaac27',
  });
});
