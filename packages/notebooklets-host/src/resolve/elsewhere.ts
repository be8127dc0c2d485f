import type { Asker } from '../run/host-run';
import { distinctNames } from './host-names';
import { EVER } from './ever';
import { resolveHost, type Resolution } from './resolve-host';

/** Where a host that the window does not hold is known outside it, as a sentence; empty where it is not known at all. */
export const knownElsewhere = async (asker: Asker, { names, seen }: Resolution): Promise<string> => {
  if (seen.length) return '';
  const { seen: ever } = await resolveHost({ ...asker, timeSpan: EVER }, names.asked);
  const moments = ever
    .flatMap(({ row }) => [row.FirstSeen ?? [], row.LastSeen ?? []].flat())
    .sort((a, b) => (a < b ? -1 : 1));
  const [first, last] = [moments[0], moments.at(-1)];
  if (!first || !last) return '';
  const found = distinctNames(ever.map(({ row }) => row.Computer)).join(', ');
  return `Outside the window the logs hold ${found}, from ${first} to ${last}.`;
};
