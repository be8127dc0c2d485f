import { HOSTS, type Host } from '../company/hosts';
import { groupOf, resourceId } from '../events/flow';
import { MONTH_DAYS, on, SPAN, type Moment } from '../moment';
import { together, type Cells, type SampleRow } from '../row';
import { CAST } from '../story/cast';
import { isQuiet } from './absence';
import type { Routine } from './routine';

const resource = (host: Host): Cells => ({
  ResourceGroup: groupOf(host),
  Resource: host.name,
  ResourceId: resourceId(host),
});

const version = (host: Host): Cells =>
  host.os === 'Linux'
    ? { OSMajorVersion: '22', OSMinorVersion: '04', Version: '1.17.4', SourceSystem: 'Linux' }
    : { OSMajorVersion: '10', OSMinorVersion: '0', Version: '10.20.18067.0', SourceSystem: 'OpsManager' };

/** The agent's sign of life at a moment. */
export const heartbeat = (host: Host, at: Moment): SampleRow => ({
  at,
  cells: together(
    {
      SourceComputerId: host.id,
      ComputerIP: host.ip,
      Computer: host.fqdn,
      OSType: host.os,
      OSName: host.osName,
    },
    version(host),
    {
      SCAgentChannel: 'Direct',
      IsGatewayInstalled: false,
      RemoteIPCountry: 'United Kingdom',
      RemoteIPLatitude: 51.4545,
      RemoteIPLongitude: -2.5879,
      Solutions:
        host.os === 'Linux' ? 'security, changeTracking' : 'security, securityInsights, changeTracking',
    },
    resource(host),
    {
      VMUUID: host.vmId,
      ComputerPrivateIPs: JSON.stringify([host.ip]),
    },
  ),
});

/** Two heartbeats that every sample has, per machine: after the first start and at the end of the month. */
export const framingHeartbeats = (): SampleRow[] =>
  HOSTS.flatMap((host, index) => [
    heartbeat(host, on(1, '01:00:00') + index * SPAN.second),
    heartbeat(host, on(30, '23:58:00') + index * SPAN.second),
  ]);

/** Daily heartbeats of the story's machines, that every sample has; patient zero misses the day of its rebuilding. */
export const storyHeartbeats = (): SampleRow[] =>
  [CAST.patientZero, CAST.fileServer, CAST.webServer, CAST.controller].flatMap((host) =>
    Array.from({ length: MONTH_DAYS }, (_, index) => index + 1)
      .filter((day) => host !== CAST.patientZero || day !== 18)
      .map((day) => heartbeat(host, on(day, '06:00:00'))),
  );

const beats = (host: Host, day: number, count: number): SampleRow[] => {
  const { from, to } = isQuiet(host, day) ?? {
    from: (day - 1) * SPAN.day + SPAN.hour,
    to: day * SPAN.day - 180 * SPAN.second,
  };
  const step = Math.floor((to - from) / count);
  return Array.from({ length: count }, (_, beat) => heartbeat(host, from + beat * step));
};

/** The background of Heartbeat: evenly spaced signs of life of every machine. */
export const heartbeatRoutine: Routine<Host> = {
  table: 'Heartbeat',
  share: 5,
  units: HOSTS,
  weight: () => 1,
  write: ({ unit, day, count }) => beats(unit, day, count),
};
