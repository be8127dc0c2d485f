import { hostNamed } from '../company/hosts';
import { SERVICES } from '../company/principals';
import { flowRow } from '../events/flow';
import { grantPrivileges, logOff, logOn } from '../events/logon';
import { MONTH_DAYS, SPAN } from '../moment';
import { Random } from '../random';
import type { Stage } from '../story/stage';

/** Where the nightly backup goes: a documentation address that stands for the backup provider. */
export const BACKUP_STORE = '192.0.2.50';

/** Look-alike: svc-backup logs on to FS01 from BACKUP01 every night at 21:00 and several gigabytes leave for the provider. */
export function backups(stage: Stage): void {
  const [server, source] = [hostNamed('BACKUP01'), hostNamed('FS01')];
  const random = new Random('story', 'backups');
  for (let day = 1; day <= MONTH_DAYS; day += 1) {
    const at = (day - 1) * SPAN.day + 21 * SPAN.hour + random.below(40_000) * SPAN.millisecond;
    const from = { ip: server.ip, workstation: '-' };
    const logon = {
      account: SERVICES.backup,
      logonId: stage.logon(source),
      type: 3,
      from,
      elevated: true,
    } as const;
    const session = logOn(stage.log, source, at, logon);
    grantPrivileges(stage.log, source, at + SPAN.millisecond, session);
    logOff(stage.log, source, at + 50 * SPAN.minute, session, 3);
    stage.flows.push(
      flowRow({
        host: server,
        start: at + 2 * SPAN.minute,
        end: at + 55 * SPAN.minute,
        ip: BACKUP_STORE,
        direction: 'O',
        port: 443,
        protocol: 'https',
        kind: 'AzurePublic',
        flows: 24,
        bytesOut: 3_000_000_000 + random.below(1_900_000_000),
        bytesIn: 9_000_000,
        region: 'ukwest',
      }),
    );
  }
}
