import type { HostRun } from '../run/host-run';
import { namesFor } from '../resolve/host-names';

/** The parameters by which a query finds exactly this host in a table. */
export const hostParameters = (
  { names }: HostRun,
  table: string,
): { readonly host_name: string; readonly host_op: '=~'; readonly other_names: readonly string[] } => {
  const [host_name, ...other_names] = namesFor(names, table);
  return { host_name, host_op: '=~', other_names };
};
