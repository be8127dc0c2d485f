import { personNamed } from '../company/people';
import { PLACES } from '../company/places';
import { signInRow } from '../events/sign-in';
import { on, SPAN } from '../moment';
import { Random } from '../random';
import type { Stage } from '../story/stage';

/** The days that the traveller works from Lisbon. */
export const TRAVEL_DAYS = [21, 22, 23, 24, 25] as const;

/** Look-alike: f.hansen of sales signs in from Lisbon for a week, three times a day, with one declined prompt on the first. */
export function traveller(stage: Stage): void {
  const person = personNamed('f.hansen');
  const random = new Random('story', 'traveller');
  const common = { person, place: PLACES.lisbon, mfa: true, random } as const;
  for (const day of TRAVEL_DAYS)
    for (const [hour, app] of [
      ['07:30:00', 'mail'],
      ['11:45:00', 'chat'],
      ['16:05:00', 'files'],
    ] as const) {
      const at = on(day, hour) + random.below(1_200_000) * SPAN.millisecond;
      const risk = day === 21 ? 'low' : 'none';
      stage.signIns.push(signInRow({ ...common, at, app, outcome: 'success', risk }));
    }
  stage.signIns.push(
    signInRow({ ...common, at: on(21, '07:28:40'), app: 'mail', outcome: 'mfaDenied', risk: 'low' }),
  );
  stage.alert({
    key: 'alert traveller',
    name: 'Atypical travel',
    severity: 'Low',
    description: 'A user signed in from two countries within a time that is short for the distance.',
    product: 'Microsoft Entra ID Protection',
    type: 'ImpossibleTravel',
    start: on(21, '07:28:40'),
    end: on(21, '07:40:00'),
    tactics: 'InitialAccess',
    techniques: ['T1078.004'],
    about: person.upn,
    status: 'Dismissed',
    properties: { 'User Account': person.upn, 'Client IP Address': PLACES.lisbon.ip },
    entities: (graph) => void [graph.cloudAccount(person), graph.ip(PLACES.lisbon.ip, PLACES.lisbon)],
  });
}
