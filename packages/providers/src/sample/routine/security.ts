import { WINDOWS_HOSTS, type Host } from '../company/hosts';
import { user } from '../company/principals';
import type { SystemProcesses } from '../events/boot';
import { Ids } from '../events/ids';
import { logOff, logOn, type LogonSession } from '../events/logon';
import { startProcess, type Process } from '../events/process';
import { SecurityLog } from '../events/security-log';
import { isWeekend, on, SPAN, type Moment } from '../moment';
import type { Random } from '../random';
import { isAway, isQuiet } from './absence';
import type { Deed, Scene } from './deed';
import * as logons from './logons';
import { DESKTOP, HOUSEKEEPING, SERVER_WORK } from './programs';
import type { Portion, Routine } from './routine';

/** Gives the system processes of a machine at a moment. */
export type SystemAt = (host: Host, at: Moment) => SystemProcesses;

const QUIET_DEEDS: readonly Deed[] = [
  ...HOUSEKEEPING,
  logons.SERVICE_LOGON,
  logons.MACHINE_VISIT,
  logons.SCAN_VISIT,
];
const DESK_DEEDS: readonly Deed[] = [...DESKTOP, logons.UNLOCK, logons.TYPO];
const CONTROLLER_DEEDS: readonly Deed[] = [
  ...HOUSEKEEPING,
  logons.SERVICE_LOGON,
  logons.TICKET,
  logons.MACHINE_VISIT,
];

const serverDeeds = (host: Host): readonly Deed[] => [
  ...HOUSEKEEPING,
  logons.SERVICE_LOGON,
  logons.MACHINE_VISIT,
  host.name === 'FS01' ? logons.SHARE_VISIT : logons.USER_VISIT,
  ...(SERVER_WORK[host.name] ?? []),
];

const SESSION_ROWS = 4;

/** A user's day at a workstation: four rows (logon, userinit, Explorer, logoff). */
const openSession = (
  log: SecurityLog,
  ids: Ids,
  system: SystemProcesses,
  from: Moment,
  to: Moment,
): Process => {
  const host = system.winlogon.host;
  if (!host.owner) throw new Error(`no owner: ${host.name}`);
  const account = user(host.owner);
  const session: LogonSession = logOn(log, host, from, { account, logonId: ids.logon(host), type: 2 });
  const userinit = startProcess(log, system.winlogon, from + SPAN.second, {
    pid: ids.process(host),
    path: 'C:\\Windows\\System32\\userinit.exe',
    command: 'C:\\Windows\\system32\\userinit.exe',
    session,
  });
  const shell = startProcess(log, userinit, from + 2 * SPAN.second, {
    pid: ids.process(host),
    path: 'C:\\Windows\\explorer.exe',
    command: 'C:\\Windows\\Explorer.EXE',
  });
  logOff(log, host, to, session, 2);
  return shell;
};

const workday = (day: number, random: Random): { from: Moment; to: Moment } => ({
  from: on(day, '07:10:00') + random.below(110) * SPAN.minute + random.below(60_000) * SPAN.millisecond,
  to: on(day, '16:20:00') + random.below(85) * SPAN.minute + random.below(60_000) * SPAN.millisecond,
});

/** A moment of the working day, with a lull at noon. */
const busyMoment = (from: Moment, to: Moment, random: Random): Moment => {
  const at = random.between(from, to);
  const hour = Math.floor((at % SPAN.day) / SPAN.hour);
  return hour === 12 && random.percent(60) ? random.between(from, to) : at;
};

interface Window {
  readonly from: Moment;
  readonly to: Moment;
}

const fill = (deeds: readonly Deed[], count: number, random: Random, scene: (deed: Deed) => Scene): void => {
  for (let left = count; left > 0;) {
    const fitting = deeds.filter((deed) => deed.size <= left);
    const deed = random.weighted(
      fitting.length === 0 ? HOUSEKEEPING.filter((one) => one.size === 1) : fitting,
    );
    deed.write(scene(deed));
    left -= deed.size;
  }
};

const quietWindow = (host: Host, day: number): Window => {
  const start = (day - 1) * SPAN.day;
  const edge = isQuiet(host, day);
  return edge ?? { from: start + (day === 1 ? SPAN.hour : 0), to: start + SPAN.day - 3 * SPAN.minute };
};

const writeDay = (portion: Portion<Host>, ids: Ids, systemAt: SystemAt): SecurityLog['rows'] => {
  const { unit: host, day, count, random } = portion;
  const log = new SecurityLog();
  const window = quietWindow(host, day);
  const scene = (at: Moment, shell?: Process): Scene => ({
    log,
    ids,
    host,
    at,
    random,
    shell,
    system: systemAt(host, at),
  });
  const atDesk = host.owner && !isAway(host, day, portion.random) && count >= 3 * SESSION_ROWS;
  if (!atDesk) {
    const deeds =
      host.role === 'workstation'
        ? QUIET_DEEDS
        : host.role === 'controller'
          ? CONTROLLER_DEEDS
          : serverDeeds(host);
    fill(deeds, count, random, () => scene(random.between(window.from, window.to)));
    return log.rows;
  }
  const { from, to } = workday(day, random);
  const shell = openSession(log, ids, systemAt(host, from), from, to);
  const atWork = Math.floor(((count - SESSION_ROWS) * 7) / 10);
  const inside = (): Scene => scene(busyMoment(from + 3 * SPAN.second, to - SPAN.minute, random), shell);
  fill(DESK_DEEDS, atWork, random, inside);
  fill(QUIET_DEEDS, count - SESSION_ROWS - atWork, random, () =>
    scene(random.between(window.from, window.to)),
  );
  return log.rows;
};

const weight = (host: Host, day: number): number => {
  if (host.role === 'controller') return isWeekend(day) ? 40 : 150;
  if (host.role === 'server') return isWeekend(day) ? 30 : host.name === 'FS01' ? 130 : 60;
  if (isWeekend(day)) return 5;
  return host.owner ? 50 : 10;
};

/** The background of SecurityEvent. */
export function securityRoutine(systemAt: SystemAt): Routine<Host> {
  const ids = new Ids('routine');
  return {
    table: 'SecurityEvent',
    share: 72,
    units: WINDOWS_HOSTS,
    weight,
    write: (portion) => writeDay(portion, ids, systemAt),
  };
}
