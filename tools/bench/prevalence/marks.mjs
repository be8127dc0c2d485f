import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'packages', 'providers');
const require = createRequire(join(PACKAGE, 'package.json'));
const part = (name) => require(join(PACKAGE, 'dist', 'sample', `${name}.js`));

const LOOKALIKES = ['fleetkeeper', 'tasks-and-services', 'helpdesk', 'backups', 'traveller', 'linux-upkeep'];

/** What Windows writes of every logon beside the logon itself: privileges, the end, the first two programs. */
const isPlumbing = ({ head, cells }) =>
  [4634, 4672].includes(head?.EventID) || /\\(userinit|explorer)\.exe$/i.test(cells.NewProcessName ?? '');

/**
 * Which rows of the sample are the intruder's (those of the chapters but the response, which is the defenders', from the first sign-in
 * on, without what Windows writes of every logon) and which are benign look-alikes (all their rows): maps from the table to sets of `ticks machine`.
 */
export function marks() {
  const { MONTH_START, on } = part('moment');
  const { SecurityLog } = part('events/security-log');
  const log = new SecurityLog();
  const ids = new (part('events/ids').Ids)('story');
  const stage = new (part('story/stage').Stage)(log, ids, part('story/boots').boots(log, ids));
  const lists = () => ({
    SecurityEvent: log.rows,
    SigninLogs: stage.signIns,
    Syslog: stage.syslog,
    AzureNetworkAnalytics_CL: stage.flows,
  });
  const machine = ({ head, cells }) =>
    head?.Computer ?? cells.Computer ?? cells.VM_s ?? cells.UserPrincipalName;
  const written = (counts, work) => {
    const before = Object.fromEntries(Object.entries(lists()).map(([table, rows]) => [table, rows.length]));
    work();
    return new Map(
      Object.entries(lists()).map(([table, rows]) => [
        table,
        new Set(
          rows
            .slice(before[table])
            .filter(counts)
            .map((row) => `${MONTH_START.ticks + BigInt(row.at)} ${machine(row)}`),
        ),
      ]),
    );
  };
  const start = on(15, '08:39:00');
  const planted = written(
    (row) => row.at >= start && !isPlumbing(row),
    () => {
      part('story/phish').phish(stage);
      const opened = part('story/foothold').foothold(stage);
      const shell = part('story/persistence').persistence(stage, opened);
      part('story/credentials').credentials(stage, shell);
      const prompt = part('story/movement').movement(stage);
      part('story/linux').linux(stage);
      part('story/exfiltration').exfiltration(stage, prompt);
      part('story/cover').cover(stage, prompt);
    },
  );
  part('story/response').response(stage);
  const benign = written(
    () => true,
    () => {
      for (const name of LOOKALIKES)
        Object.values(part(`lookalikes/${name}`)).find((value) => typeof value === 'function')(stage);
    },
  );
  return { planted, benign };
}
