/** Where an address of the internet is said to be; members that are not known are absent. */
export interface GeoPlace {
  readonly country?: string;
  readonly state?: string;
  readonly city?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** A table of networks and places; asked with the text of an IPv4 or IPv6 address, it tells nothing for what it does not hold. */
export type GeoLookup = (address: string) => GeoPlace | undefined;
