import { PEOPLE, type Person } from '../company/people';
import { HOMES, PLACES } from '../company/places';
import { signInRow, type Place, type SignIn } from '../events/sign-in';
import { TRAVEL_DAYS } from '../lookalikes/traveller';
import { isWeekend, on, SPAN } from '../moment';
import type { Random } from '../random';
import type { SampleRow } from '../row';
import type { Routine } from './routine';

const APPS = [
  { weight: 5, app: 'mail' },
  { weight: 3, app: 'chat' },
  { weight: 3, app: 'files' },
  { weight: 1, app: 'portal' },
] as const;

const OUTCOMES = [
  { weight: 94, outcome: 'success' },
  { weight: 4, outcome: 'wrongPassword' },
  { weight: 1, outcome: 'mfaNeeded' },
  { weight: 1, outcome: 'mfaDenied' },
] as const;

const isTravelling = (person: Person, day: number): boolean =>
  person.account === 'f.hansen' && TRAVEL_DAYS.some((one) => one === day);

const homeOf = (person: Person): Place => HOMES[person.account.length % HOMES.length] as Place;

const signIn = (person: Person, day: number, random: Random): SampleRow => {
  const place = isWeekend(day) || random.percent(22) ? homeOf(person) : PLACES.office;
  const at = on(day, '06:40:00') + random.below(42_000) * SPAN.second + random.below(10_000_000);
  const { app } = random.weighted(APPS);
  const { outcome } = random.weighted(OUTCOMES);
  const mfa = outcome === 'mfaDenied' || random.percent(place === PLACES.office ? 8 : 40);
  const draft: SignIn = { person, place, at, app, outcome, mfa, random };
  return signInRow(draft);
};

/** The background of SigninLogs: from the office and from home, with mistyped passwords. */
export const signInRoutine: Routine<Person> = {
  table: 'SigninLogs',
  share: 6,
  units: PEOPLE,
  weight: (person, day) => (isTravelling(person, day) ? 0 : isWeekend(day) ? 2 : 20),
  write: ({ unit, day, count, random }) => Array.from({ length: count }, () => signIn(unit, day, random)),
};
