import type { Place } from '../events/sign-in';
import { HOSTILE } from '../story/cast';

/** Where people sign in from; every address is from a range that is reserved for documentation. */
export const PLACES = {
  office: {
    ip: '198.51.100.10',
    country: 'GB',
    city: 'Bristol',
    latitude: 51.4545,
    longitude: -2.5879,
    network: '64500',
  },
  homeBristol: {
    ip: '198.51.100.131',
    country: 'GB',
    city: 'Bristol',
    latitude: 51.46,
    longitude: -2.6,
    network: '64501',
  },
  homeBath: {
    ip: '198.51.100.164',
    country: 'GB',
    city: 'Bath',
    latitude: 51.38,
    longitude: -2.36,
    network: '64501',
  },
  homeCardiff: {
    ip: '198.51.100.187',
    country: 'GB',
    city: 'Cardiff',
    latitude: 51.48,
    longitude: -3.18,
    network: '64502',
  },
  lisbon: {
    ip: '198.51.100.220',
    country: 'PT',
    city: 'Lisbon',
    latitude: 38.72,
    longitude: -9.14,
    network: '64503',
  },
  hostile: {
    ip: HOSTILE.signInIp,
    country: HOSTILE.signInCountry,
    city: HOSTILE.signInCity,
    latitude: -4.62,
    longitude: 55.45,
    network: '64510',
  },
} as const satisfies Record<string, Place>;

/** The homes that people work from. */
export const HOMES: readonly Place[] = [PLACES.homeBristol, PLACES.homeBath, PLACES.homeCardiff];
