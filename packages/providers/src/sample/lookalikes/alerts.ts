import { hostNamed, HOSTS, type Host } from '../company/hosts';
import { SERVICES, user } from '../company/principals';
import { incidentRow } from '../events/incident';
import { on, SPAN, type Moment } from '../moment';
import { Random } from '../random';
import type { Stage } from '../story/stage';
import { FLEET_DAYS } from './fleetkeeper';

interface Kind {
  readonly name: string;
  readonly severity: 'Medium' | 'Low' | 'Informational';
  readonly description: string;
  readonly type: string;
  readonly tactics: string;
  readonly technique: string;
  readonly comment: string;
}

const KINDS: readonly Kind[] = [
  {
    name: 'Encoded PowerShell by a management tool',
    severity: 'Low',
    description: 'PowerShell was started with an encoded command by FleetAgent.exe.',
    type: 'larkmoor_encoded_powershell',
    tactics: 'Execution',
    technique: 'T1059.001',
    comment: 'Fleetkeeper inventory.',
  },
  {
    name: 'Several failed logons',
    severity: 'Low',
    description: 'An account failed to log on more than four times in ten minutes.',
    type: 'larkmoor_failed_logons',
    tactics: 'CredentialAccess',
    technique: 'T1110',
    comment: 'Password changed on Monday morning.',
  },
  {
    name: 'Rare program started',
    severity: 'Informational',
    description: 'A program that was not seen on this machine for thirty days was started.',
    type: 'larkmoor_rare_program',
    tactics: 'Execution',
    technique: 'T1204',
    comment: 'Backup agent update.',
  },
  {
    name: 'Network scan from an internal address',
    severity: 'Medium',
    description: 'One address contacted many machines on many ports.',
    type: 'larkmoor_internal_scan',
    tactics: 'Discovery',
    technique: 'T1046',
    comment: 'Planned vulnerability scan.',
  },
];

/** How many ordinary alerts there are beside the traveller's. */
export const ORDINARY_ALERTS = 28;

/** How many ordinary incidents there are, each with two rows: new and closed. */
export const ORDINARY_INCIDENTS = 7;

/** The management tool's alert comes on its days only. */
const kindOf = (index: number): Kind => {
  const isFleetDay = FLEET_DAYS.some((day) => day === index + 1);
  return KINDS[isFleetDay ? 0 : 1 + (index % 3)] as Kind;
};

const key = (index: number): string => `alert ordinary ${index}`;

const moment = (index: number, random: Random): Moment =>
  kindOf(index) === KINDS[0]
    ? on(1 + index, '11:00:05')
    : on(1 + index, '06:00:00') + random.below(14 * 3600) * SPAN.second;

const raise = (stage: Stage, index: number, host: Host, at: Moment): void => {
  const kind = kindOf(index);
  stage.alert({
    ...kind,
    key: key(index),
    product: 'Azure Sentinel',
    start: at,
    end: at + 10 * SPAN.minute,
    techniques: [kind.technique],
    about: host.name,
    status: index % 3 === 0 ? 'Resolved' : 'New',
    entities: (graph) => {
      graph.host(host);
      graph.account(host.owner ? user(host.owner) : SERVICES.scan);
      graph.ip(host.ip);
    },
  });
};

const close = (stage: Stage, index: number, at: Moment): void => {
  const kind = kindOf(index);
  const common = {
    number: 1030 + index / 4 + (index >= 16 ? 10 : 0),
    title: kind.name,
    description: kind.description,
    severity: kind.severity,
    first: at,
    last: at + 10 * SPAN.minute,
    created: at + 15 * SPAN.minute,
    alerts: [key(index)],
    tactics: [kind.tactics],
  };
  const classification = { name: 'BenignPositive', reason: 'SuspiciousButExpected', comment: kind.comment };
  stage.incidents.push(
    incidentRow({ ...common, status: 'New', changed: common.created }),
    incidentRow({ ...common, status: 'Closed', changed: at + 5 * SPAN.hour, classification }),
  );
};

/** Ordinary alerts, one a day for four weeks, on machines that the story does not touch; every fourth became an incident. */
export function ordinaryAlerts(stage: Stage): void {
  const random = new Random('story', 'ordinary alerts');
  const hosts = HOSTS.filter(
    (host) => host.os === 'Windows' && !['FIN-WS07', 'FS01', 'DC01'].includes(host.name),
  );
  for (let index = 0; index < ORDINARY_ALERTS; index += 1) {
    const at = moment(index, random);
    raise(stage, index, kindOf(index) === KINDS[0] ? hostNamed('FIN-WS03') : random.pick(hosts), at);
    if (index % 4 === 0) close(stage, index, at);
  }
}
