import { HostSummary, hostTimeSpan } from '@casebook/notebooklets-host';
import { openWorkspace, sample } from '@casebook/providers';
test('x', async () => {
  const logs = await openWorkspace(sample({ rows: 8_000 }));
  const show = (f: any, cols: string[]) => f.rows().map((r: any) => cols.map((c) => String(r[c]).slice(0, 90)).join(' | ')).join('\n ');
  const r = await HostSummary.run({ host: 'lnx-web01', timeSpan: '2026-09-17' }, { logs });
  const s: any = r.sections;
  console.log(r.summary.join('\n'), '\n', show(s.processes.frame, ['TimeGenerated', 'Account', 'NewProcessId', 'ProcessId', 'NewProcessName', 'CommandLine', 'ParentProcessName', 'TimeCreatedUtc']), '\n\n',
   show(s.accountActions.frame, ['TimeGenerated', 'Action', 'UserGroupAction', 'User', 'Group', 'UID', 'SyslogMessage']), '\n\n',
   show(s.scheduledTasks.frame, ['TimeGenerated', 'Action', 'User', 'CronUser', 'CMD', 'EditStatus', 'SyslogMessage']), '\n\n',
   show(s.notableEvents.frame, ['TimeGenerated', 'ProcessName', 'SyslogMessage']), '\n', JSON.stringify(s.alerts.facts), s.alerts.reason);
  const w = await HostSummary.run({ host: 'FIN-WS07', timeSpan: '2026-09-15/2026-09-18' }, { logs });
  const t: any = w.sections;
  console.log(w.summary.join('\n'), '\n', show(t.scheduledTasks.frame, ['TimeGenerated', 'Action', 'Name', 'Command', 'Account']), '\n\n', show(t.alerts.frame, ['TimeGenerated', 'AlertName', 'Severity', 'CompromisedEntity']), JSON.stringify(t.alerts.facts), '\n\n', show(t.accountActions.frame, ['TimeGenerated', 'Action', 'Account', 'TargetAccount', 'MemberName', 'MemberSid']), '\n\n', show(t.notableEvents.frame, ['TimeGenerated', 'EventID', 'Reason', 'Activity', 'Account']), '\n', show(t.azureNet.frame, ['Computer','Interface','Origin','PrivateIPAddresses','PublicIPAddresses']), show(t.bookmarks.frame, ['BookmarkName', 'EventTime']));
  await logs.close();
}, 120_000);
