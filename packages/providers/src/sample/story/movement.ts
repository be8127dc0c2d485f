import {
  failLogon,
  grantPrivileges,
  logOff,
  logOn,
  useCredentials,
  type LogonSession,
} from '../events/logon';
import { SERVICES } from '../company/principals';
import { hostNamed } from '../company/hosts';
import { installService, type Service } from '../events/service';
import { openShare } from '../events/share';
import { on, SPAN } from '../moment';
import { CAST } from './cast';
import { encodedCommand, TOOLS } from './encoded-command';
import { PLANTED_TASK } from './persistence';
import type { Stage, Told } from './stage';

/** Failed logons of the intruder on servers before the first that worked; three name an account that does not exist. */
export const FAILED_TRIES = 12;

const SERVICE_SCRIPT = 'Enable-PSRemoting -Force; New-Item C:\\ProgramData\\wrs -ItemType Directory -Force';

/** The service that the intruder installs on the file server. */
export const PLANTED_SERVICE: Service = {
  name: 'WinRemSvc',
  file: `%COMSPEC% /Q /c powershell.exe -NoP -W Hidden -EncodedCommand ${encodedCommand(SERVICE_SCRIPT)}`,
  start: 3,
  account: 'LocalSystem',
};

/** The planted task runs on FIN-WS07 and carries the intruder's next commands. */
const returnByTask = (stage: Stage): Told => {
  const { patientZero: host, victimAccount: account } = CAST;
  const at = on(16, '22:05:00.4120000');
  const session = logOn(stage.log, host, at, {
    account,
    logonId: stage.logon(host),
    type: 4,
    elevated: true,
  });
  grantPrivileges(stage.log, host, at + SPAN.millisecond, session);
  const { netsvcs } = stage.systemAt(host, at);
  const line = `powershell.exe ${PLANTED_TASK.argument}`;
  return stage.start(netsvcs, at + 2 * SPAN.millisecond, TOOLS.powershell, line, session);
};

const guessPasswords = (stage: Stage): void => {
  const { patientZero } = CAST;
  const targets = [hostNamed('SQL01'), hostNamed('APP01'), CAST.fileServer];
  const nobody = { ...SERVICES.sql, name: 'svc-erp' };
  const accounts = [nobody, SERVICES.sql, SERVICES.fleet, SERVICES.backup];
  targets.forEach((host, row) =>
    accounts.forEach((account, column) =>
      failLogon(stage.log, host, on(16, '22:09:10.2000000') + (row * 4 + column) * 17 * SPAN.second, {
        account,
        unknown: account === nobody,
        type: 3,
        ntlm: true,
        from: { ip: patientZero.ip, workstation: patientZero.name },
        port: 51_020 + row * 4 + column,
      }),
    ),
  );
};

const arrive = (stage: Stage, type: 3 | 10, time: string, port: number): LogonSession => {
  const { fileServer: host, patientZero, stolenAccount: account } = CAST;
  const from = { ip: patientZero.ip, workstation: patientZero.name };
  const at = on(16, time);
  const logon = {
    account,
    logonId: stage.logon(host),
    type,
    from,
    port,
    ntlm: type === 3,
    elevated: true,
  } as const;
  const session = logOn(stage.log, host, at, logon);
  grantPrivileges(stage.log, host, at + SPAN.millisecond, session);
  return session;
};

const installRemotely = (stage: Stage): Told => {
  const { fileServer: host, patientZero } = CAST;
  const session = arrive(stage, 3, '22:14:07.9060000', 51_102);
  const share = { session, share: 'ADMIN$', ip: patientZero.ip, port: 51_102 };
  openShare(stage.log, host, on(16, '22:14:08.3300000'), share);
  installService(stage.log, host, on(16, '22:14:10.1170000'), { session, service: PLANTED_SERVICE });
  const { services } = stage.systemAt(host, on(16, '22:14:10'));
  const line = PLANTED_SERVICE.file.replace('%COMSPEC%', TOOLS.cmd);
  const launcher = stage.start(services, on(16, '22:14:10.4060000'), TOOLS.cmd, line);
  const work = stage.start(
    launcher,
    on(16, '22:14:10.6220000'),
    TOOLS.powershell,
    line.slice(line.indexOf('powershell')),
  );
  logOff(stage.log, host, on(16, '22:15:31.0410000'), session, 3);
  return work;
};

/** A desktop on the file server, from which the finance share is looked through. */
const desktop = (stage: Stage): Told => {
  const { fileServer: host } = CAST;
  const { system32 } = TOOLS;
  const session = arrive(stage, 10, '22:31:20.1450000', 51_377);
  const { winlogon } = stage.systemAt(host, on(16, '22:31:00'));
  const userinit = stage.start(
    winlogon,
    on(16, '22:31:21.0020000'),
    `${system32}userinit.exe`,
    'C:\\Windows\\system32\\userinit.exe',
    session,
  );
  const shell = stage.start(
    userinit,
    on(16, '22:31:21.8830000'),
    'C:\\Windows\\explorer.exe',
    'C:\\Windows\\Explorer.EXE',
  );
  const prompt = stage.start(shell, on(16, '22:33:02.5510000'), TOOLS.cmd, `"${TOOLS.cmd}"`);
  stage.start(prompt, on(16, '22:33:40.6010000'), `${system32}net.exe`, 'net share');
  stage.start(
    prompt,
    on(16, '22:35:12.0180000'),
    `${system32}findstr.exe`,
    'findstr /s /i /m "iban forecast payroll" D:\\shares\\finance\\*.xlsx',
  );
  for (let visit = 0; visit < 6; visit += 1)
    openShare(stage.log, host, on(16, '22:40:00.5000000') + visit * 96 * SPAN.second, {
      session,
      share: 'finance$',
      ip: host.ip,
      port: 52_000 + visit,
    });
  return prompt;
};

const alert = (stage: Stage, work: Told): void =>
  stage.alert({
    key: 'alert remote service',
    name: 'Service installed from another machine',
    severity: 'High',
    description: 'A network logon from a workstation installed a service that runs encoded PowerShell.',
    product: 'Microsoft Defender for Cloud',
    type: 'VM_RemoteServiceInstall',
    start: on(16, '22:14:07'),
    end: on(16, '22:14:11'),
    tactics: 'LateralMovement,Execution',
    techniques: ['T1021.002', 'T1569.002'],
    about: CAST.fileServer.name,
    properties: {
      'Service Name': PLANTED_SERVICE.name,
      'Source Machine': 'FIN-WS07',
      'Source IPs': CAST.patientZero.ip,
      'User Name': 'LARKMOOR\\svc-backup',
    },
    entities: (graph) => {
      graph.process(work, work.command);
      graph.account(CAST.stolenAccount);
      graph.host(CAST.patientZero);
      graph.ip(CAST.patientZero.ip);
    },
  });

/** Chapter 5, 16 September 22:05: twelve failed logons, then svc-backup on FS01: service, desktop, finance share. Gives the prompt. */
export function movement(stage: Stage): Told {
  const carrier = returnByTask(stage);
  guessPasswords(stage);
  useCredentials(stage.log, CAST.patientZero, on(16, '22:14:07.5500000'), {
    session: carrier.session,
    account: CAST.stolenAccount,
    server: CAST.fileServer.fqdn,
    process: TOOLS.powershell,
  });
  alert(stage, installRemotely(stage));
  return desktop(stage);
}
