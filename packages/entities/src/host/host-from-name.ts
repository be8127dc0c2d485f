import { compact } from '../compact';
import type { Host } from './host';

/** The host of a name: what follows the first dot is its DNS domain; an address stays whole. */
export const hostFromName = (name: string): Host => {
  const isAddress = /^[\d.]+$|:/.test(name);
  const dot = isAddress ? -1 : name.indexOf('.');
  return compact({
    Type: 'host',
    HostName: dot > 0 ? name.slice(0, dot) : name,
    DnsDomain: dot > 0 ? name.slice(dot + 1) : '',
  }) as Host;
};
