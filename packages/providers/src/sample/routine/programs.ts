import { exitProcess, startProcess, type Process } from '../events/process';
import { SPAN } from '../moment';
import type { Deed, Scene } from './deed';

/** A program that people or machines start: its weight, path and arguments (`#` becomes a number). */
type Program = readonly [weight: number, path: string, argument: string];

const OFFICE = 'C:\\Program Files\\Microsoft Office\\root\\Office16\\';
const SYSTEM32 = 'C:\\Windows\\System32\\';

const launch = (scene: Scene, parent: Process, [, path, argument]: Program, delay = 0): Process => {
  const filled = argument.replaceAll('#', () => String(1000 + scene.random.below(9000)));
  const command = filled ? `"${path}" ${filled}` : `"${path}"`;
  return startProcess(scene.log, parent, scene.at + delay, {
    pid: scene.ids.process(scene.host),
    path,
    command,
  });
};

const single = (program: Program, parentOf: (scene: Scene) => Process): Deed => ({
  weight: program[0],
  size: 1,
  write: (scene) => void launch(scene, parentOf(scene), program),
});

const pair = (program: Program, child: Program, parentOf: (scene: Scene) => Process): Deed => ({
  weight: program[0],
  size: 2,
  write: (scene) => {
    const parent = launch(scene, parentOf(scene), program);
    launch(scene, parent, child, SPAN.millisecond * (20 + scene.random.below(900)));
  },
});

/** Starts a program that soon ends. */
const brief = (program: Program, parentOf: (scene: Scene) => Process): Deed => ({
  weight: program[0],
  size: 2,
  write: (scene) => {
    const process = launch(scene, parentOf(scene), program);
    exitProcess(scene.log, process, scene.at + SPAN.millisecond * (200 + scene.random.below(9_000)));
  },
});

const shell = (scene: Scene): Process => scene.shell as Process;
const conhost: Program = [1, `${SYSTEM32}conhost.exe`, '0xffffffff -ForceV1'];

/** What people start from their desktop; needs a shell. */
export const DESKTOP: readonly Deed[] = [
  single([14, `${OFFICE}OUTLOOK.EXE`, '/recycle'], shell),
  single([12, `${OFFICE}EXCEL.EXE`, '"\\\\FS01\\projects\\plan-#.xlsx"'], shell),
  single([10, `${OFFICE}WINWORD.EXE`, '/n "C:\\Users\\Public\\Documents\\note #.docx" /o ""'], shell),
  single([6, `${OFFICE}POWERPNT.EXE`, '"\\\\FS01\\projects\\review-#.pptx"'], shell),
  single([10, 'C:\\Program Files\\Microsoft Teams\\current\\Teams.exe', '--type=renderer'], shell),
  single([4, `${SYSTEM32}notepad.exe`, 'C:\\Temp\\list-#.txt'], shell),
  single([3, `${SYSTEM32}calc.exe`, ''], shell),
  single([3, `${SYSTEM32}mstsc.exe`, '/v:APP01'], shell),
  pair(
    [
      16,
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      '--single-argument https://intranet.larkmoor.example/page/#',
    ],
    [
      1,
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      '--type=renderer --renderer-client-id=#',
    ],
    shell,
  ),
  pair([3, `${SYSTEM32}cmd.exe`, '/c ipconfig /all'], [1, `${SYSTEM32}ipconfig.exe`, '/all'], shell),
  pair([3, `${SYSTEM32}WindowsPowerShell\\v1.0\\powershell.exe`, '-NoLogo'], conhost, shell),
];

const dcom = (scene: Scene): Process => scene.system.dcom;
const netsvcs = (scene: Scene): Process => scene.system.netsvcs;
const services = (scene: Scene): Process => scene.system.services;
const agent = (scene: Scene): Process => scene.system.agent;

/** What every Windows machine starts by itself. */
export const HOUSEKEEPING: readonly Deed[] = [
  single([10, `${SYSTEM32}backgroundTaskHost.exe`, '-ServerName:App.AppX#.mca'], dcom),
  single([8, `${SYSTEM32}wbem\\WmiPrvSE.exe`, '-secured -Embedding'], dcom),
  single([6, `${SYSTEM32}RuntimeBroker.exe`, '-Embedding'], dcom),
  single([8, `${SYSTEM32}taskhostw.exe`, 'Install $(Arg0)'], netsvcs),
  brief([4, `${SYSTEM32}wuauclt.exe`, '/RunHandlerComServer'], netsvcs),
  brief([3, `${SYSTEM32}sc.exe`, 'start w32time task_started'], netsvcs),
  single([6, `${SYSTEM32}svchost.exe`, '-k LocalServiceNetworkRestricted -p -s wscsvc'], services),
  single([4, `${SYSTEM32}SearchIndexer.exe`, '/Embedding'], services),
  single(
    [4, 'C:\\Program Files (x86)\\Google\\Update\\GoogleUpdate.exe', '/ua /installsource scheduler'],
    netsvcs,
  ),
  pair([8, `${SYSTEM32}cscript.exe`, '/nologo "MonitorKnowledgeDiscovery.vbs"'], conhost, agent),
];

/** What single servers start besides, by their short name. */
export const SERVER_WORK: Readonly<Record<string, readonly Deed[]>> = {
  SQL01: [
    single(
      [
        20,
        'C:\\Program Files\\Microsoft SQL Server\\MSSQL16\\MSSQL\\Binn\\SQLAGENT.EXE',
        '-i MSSQLSERVER -j #',
      ],
      services,
    ),
    single(
      [
        6,
        'C:\\Program Files\\Microsoft SQL Server\\160\\Tools\\Binn\\SQLCMD.EXE',
        '-S . -Q "EXEC erp.close_day #"',
      ],
      netsvcs,
    ),
  ],
  BUILD01: [
    pair(
      [20, 'C:\\BuildAgent\\bin\\agent.exe', 'run --job #'],
      [1, 'C:\\Program Files\\dotnet\\dotnet.exe', 'build C:\\BuildAgent\\work\\#\\gauge.sln -c Release'],
      services,
    ),
  ],
  BACKUP01: [single([16, 'C:\\Program Files\\Northvault\\vaultjob.exe', '/job daily-# /verify'], services)],
  PRINT01: [
    single([16, `${SYSTEM32}spool\\drivers\\x64\\3\\printfilterpipelinesvc.exe`, '-Embedding'], dcom),
  ],
  APP01: [single([16, 'C:\\Program Files\\Fleetkeeper\\fleetd.exe', '--poll group-#'], services)],
};
