import { WINDOWS_HOSTS } from '../company/hosts';
import { on, SPAN } from '../moment';
import { encodedCommand, TOOLS } from '../story/encoded-command';
import type { Stage } from '../story/stage';

/** Days on which the management tool takes stock: every Tuesday. */
export const FLEET_DAYS = [1, 8, 15, 22, 29] as const;

/** What the management tool runs, encoded as the intruder's commands are. */
export const FLEET_SCRIPT =
  'Get-HotFix | Select-Object HotFixID, InstalledOn | ConvertTo-Json | Set-Content C:\\ProgramData\\Fleetkeeper\\hotfix.json';

const MANAGED = WINDOWS_HOSTS.filter((host) =>
  ['FIN', 'IT'].some((part) => host.name.startsWith(`${part}-`)),
);

/** How many encoded commands of the management tool there are. */
export const FLEET_RUNS = FLEET_DAYS.length * MANAGED.length;

/** Look-alike: Fleetkeeper's inventory starts encoded PowerShell on the finance and IT workstations every Tuesday at 11:00. */
export function fleetkeeper(stage: Stage): void {
  const argument = `-NoProfile -NonInteractive -EncodedCommand ${encodedCommand(FLEET_SCRIPT)}`;
  for (const day of FLEET_DAYS)
    MANAGED.forEach((host, index) => {
      const at = on(day, '11:00:00') + index * 11 * SPAN.second;
      const path = 'C:\\Program Files\\Fleetkeeper\\FleetAgent.exe';
      const agent = stage.start(stage.systemAt(host, at).services, at, path, `"${path}" inventory --weekly`);
      stage.start(agent, at + 700 * SPAN.millisecond, TOOLS.powershell, `powershell.exe ${argument}`);
    });
}
