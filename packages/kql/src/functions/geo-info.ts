import { noteUnavailable } from '../plan/note-unavailable';
import { constant } from '../sql/quote-sql';
import type { GeoPlace } from '../contract/geo-lookup';
import { realText } from '../values/real-text';
import { hosted } from './hosted';
import { converted, type SpecialRow } from './special-row';

/** `geo_info_from_ip_address` by the table of networks that a workspace maps; null for what it does not hold. */
export const GEO_INFO: SpecialRow = {
  name: 'geo_info_from_ip_address',
  note: 'by the table of networks that the workspace maps; without one null, and the answer says so',
  build: (call) => {
    const address = converted(call, 0, 'string');
    const { geo } = call.scope.compilation.schema;
    if (!geo) {
      const message = 'The workspace maps no table of networks: geo_info_from_ip_address is null.';
      noteUnavailable('geo_info_from_ip_address', message, call.scope);
      return constant('dynamic', null);
    }
    const find = (text: string): string | null => {
      const place = geo(text);
      return place === undefined ? null : placeText(place);
    };
    return hosted(call, { name: 'geo_info', takes: ['string'], gives: 'dynamic', call: find }, [address]);
  },
};

/** The place as JSON; the coordinates stay reals, also whole ones. */
function placeText(place: GeoPlace): string {
  const members = Object.entries(place).map(
    ([name, value]) =>
      `${JSON.stringify(name)}:${typeof value === 'number' ? realText(value) : JSON.stringify(value)}`,
  );
  return `{${members.join(',')}}`;
}
