import { queries } from '@casebook/queries';
import type { HostSummarySections } from '../host-summary-result';
import { shortName } from '../resolve/host-names';
import type { HostRun } from '../run/host-run';
import { listSection, part } from '../run/list-section';
import { makeSection } from '../run/section';

/** Says which addresses Azure's network data gives the host; it knows virtual machines by their bare names. */
export const azureNetSection = async (run: HostRun): Promise<HostSummarySections['azureNet']> => {
  if (run.names.shared)
    return makeSection('unavailable', { title: TITLE, reason: sharedName(run.names.asked) });
  const host_name = shortName(run.names.asked);
  const other_names = run.names.all.filter((name) => name.toLowerCase() !== host_name.toLowerCase());
  return listSection(run, {
    title: TITLE,
    things: 'network interfaces of the host',
    parts: [part(queries.Network.get_ips_for_host, { host_name, host_op: '=~', other_names })],
    facts: (frame) => ({
      PrivateIpAddresses: addresses(frame.rows().map((row) => row.PrivateIPAddresses)),
      PublicIpAddresses: addresses(frame.rows().map((row) => row.PublicIPAddresses)),
    }),
  });
};

const TITLE = 'Azure network';

const sharedName = (asked: string): string =>
  `Network data names machines without their domain, and several hosts are called ${shortName(asked)}.`;

const addresses = (cells: readonly string[]): readonly string[] => [
  ...new Set(cells.flatMap((cell) => cell.split(/[\s,;]+/)).filter((text) => text !== '')),
];
