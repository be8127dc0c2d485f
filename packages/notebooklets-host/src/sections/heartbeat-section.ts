import { queries } from '@casebook/queries';
import { hostFromHeartbeat } from '@casebook/entities';
import type { HostSummarySections } from '../host-summary-result';
import type { HostRun } from '../run/host-run';
import { listSection, part } from '../run/list-section';
import { hostParameters } from './host-parameters';

/** Says what the host's agent last said of it. */
export const heartbeatSection = (run: HostRun): Promise<HostSummarySections['heartbeat']> =>
  listSection(run, {
    title: 'Heartbeat',
    things: 'heartbeats',
    parts: [part(queries.Heartbeat.get_heartbeat_for_host, hostParameters(run, 'Heartbeat'))],
    facts: (frame) => {
      const [row] = frame.rows();
      return row ? { ...hostFromHeartbeat(row), LastHeartbeat: String(row.TimeGenerated) } : {};
    },
  });
