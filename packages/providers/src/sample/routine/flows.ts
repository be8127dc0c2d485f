import { HOSTS, hostNamed, type Host } from '../company/hosts';
import { flowRow, interfaceRow, type Flow } from '../events/flow';
import { isWeekend, on, SPAN } from '../moment';
import type { Random } from '../random';
import type { SampleRow } from '../row';
import { isQuiet } from './absence';
import type { Routine } from './routine';

type Route = Pick<
  Flow,
  'ip' | 'direction' | 'port' | 'protocol' | 'kind' | 'transport' | 'region' | 'denied'
> & {
  readonly weight: number;
};

const ROUTES: readonly Route[] = [
  {
    weight: 20,
    ip: '192.0.2.10',
    direction: 'O',
    port: 443,
    protocol: 'https',
    kind: 'AzurePublic',
    region: 'uksouth',
  },
  {
    weight: 12,
    ip: '192.0.2.24',
    direction: 'O',
    port: 443,
    protocol: 'https',
    kind: 'AzurePublic',
    region: 'westeurope',
  },
  {
    weight: 6,
    ip: '192.0.2.80',
    direction: 'O',
    port: 80,
    protocol: 'http',
    kind: 'ExternalPublic',
    region: 'gb',
  },
  {
    weight: 6,
    ip: '192.0.2.123',
    direction: 'O',
    port: 123,
    protocol: 'ntp',
    kind: 'ExternalPublic',
    transport: 'U',
    region: 'gb',
  },
  {
    weight: 10,
    ip: '192.0.2.143',
    direction: 'O',
    port: 443,
    protocol: 'https',
    kind: 'ExternalPublic',
    region: 'ie',
  },
  {
    weight: 2,
    ip: '192.0.2.200',
    direction: 'I',
    port: 3389,
    protocol: 'ms-wbt-server',
    kind: 'ExternalPublic',
    region: 'us',
    denied: true,
  },
];

const INNER: readonly Route[] = [
  { weight: 14, ip: hostNamed('DC01').ip, direction: 'O', port: 88, protocol: 'kerberos', kind: 'IntraVNet' },
  {
    weight: 8,
    ip: hostNamed('DC02').ip,
    direction: 'O',
    port: 53,
    protocol: 'domain',
    kind: 'IntraVNet',
    transport: 'U',
  },
  {
    weight: 12,
    ip: hostNamed('FS01').ip,
    direction: 'O',
    port: 445,
    protocol: 'microsoft-ds',
    kind: 'IntraVNet',
  },
  { weight: 6, ip: hostNamed('APP01').ip, direction: 'O', port: 443, protocol: 'https', kind: 'IntraVNet' },
];

const flow = (host: Host, day: number, random: Random): SampleRow => {
  const route = random.weighted([...ROUTES, ...INNER.filter(({ ip }) => ip !== host.ip)]);
  const window = isQuiet(host, day) ?? { from: (day - 1) * SPAN.day, to: day * SPAN.day - 90 * SPAN.minute };
  const latest = Math.min(window.to, day * SPAN.day - 90 * SPAN.minute) - SPAN.hour;
  const start = random.between(window.from, latest);
  const end = start + random.between(SPAN.second, 50 * SPAN.minute);
  const flows = 1 + random.below(9);
  const bytesOut = route.denied ? 0 : flows * (400 + random.below(60_000));
  const bytesIn = route.denied ? 0 : flows * (900 + random.below(900_000));
  return flowRow({ ...route, host, start, end, flows, bytesOut, bytesIn });
};

const weight = (host: Host, day: number): number =>
  host.role === 'workstation' ? (isWeekend(day) ? 2 : 10) : isWeekend(day) ? 10 : 20;

/** The background of AzureNetworkAnalytics_CL: what machines say to each other and to the world. */
export const flowRoutine: Routine<Host> = {
  table: 'AzureNetworkAnalytics_CL',
  share: 7,
  units: HOSTS,
  weight,
  write: ({ unit, day, count, random }) => Array.from({ length: count }, () => flow(unit, day, random)),
};

/** Two network interface rows a machine, that every sample has: on the 1st and on the 30th. */
export const interfaces = (): SampleRow[] =>
  HOSTS.flatMap((host, index) => [
    interfaceRow(host, on(1, '02:10:00') + index * SPAN.second),
    interfaceRow(host, on(30, '20:10:00') + index * SPAN.second),
  ]);
