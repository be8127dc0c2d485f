/** An IP address. Identity: Address. */
export type IpAddress = {
  readonly Type: 'ip';
  readonly Address: string;
  readonly Location?: GeoLocation;
};

/** Where an address is said to be. */
export type GeoLocation = {
  readonly CountryCode?: string;
  readonly CountryName?: string;
  readonly State?: string;
  readonly City?: string;
  readonly Latitude?: number;
  readonly Longitude?: number;
};
