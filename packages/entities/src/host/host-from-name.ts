import { compact } from '../compact';
import type { Host } from './host';

const DOTTED = /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)+$/u;

/** The host of a name: what follows the first dot is its DNS domain; an address, or text that is no host name, stays whole. */
export const hostFromName = (name: string): Host => {
  const dot = DOTTED.test(name) && !/^[\d.]+$/.test(name) ? name.indexOf('.') : -1;
  return compact({
    Type: 'host',
    HostName: dot > 0 ? name.slice(0, dot) : name,
    DnsDomain: dot > 0 ? name.slice(dot + 1) : '',
  }) as Host;
};
