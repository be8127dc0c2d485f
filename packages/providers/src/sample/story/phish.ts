import { PLACES } from '../company/places';
import { signInRow, type SignIn } from '../events/sign-in';
import { moment, on, SPAN } from '../moment';
import { Random } from '../random';
import { CAST, HOSTILE } from './cast';
import type { Stage } from './stage';

/** Pushes that the victim declined before giving in. */
export const DECLINED_PUSHES = 9;

/** The moment of the successful hostile sign-in. */
export const HOSTILE_SIGN_IN = moment('2026-09-15T09:04:12.6180000Z');

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';

const alerts = (stage: Stage): void => {
  const { victim } = CAST;
  const place = { country: HOSTILE.signInCountry, city: HOSTILE.signInCity };
  stage.alert({
    key: 'alert unfamiliar sign-in',
    name: 'Unfamiliar sign-in properties',
    severity: 'Medium',
    description:
      'The sign-in has properties that were not seen for this user before: country, network, browser.',
    product: 'Microsoft Entra ID Protection',
    type: 'UnfamiliarLocation',
    start: HOSTILE_SIGN_IN,
    end: HOSTILE_SIGN_IN,
    tactics: 'InitialAccess',
    techniques: ['T1078.004'],
    about: victim.upn,
    properties: {
      'User Account': victim.upn,
      'Client IP Address': HOSTILE.signInIp,
      'Client Location': 'Victoria, SC',
    },
    entities: (graph) => void [graph.cloudAccount(victim), graph.ip(HOSTILE.signInIp, place)],
  });
  stage.alert({
    key: 'alert mfa fatigue',
    name: 'Repeated MFA denials followed by success',
    severity: 'High',
    description: `A user declined ${DECLINED_PUSHES} MFA prompts in 21 minutes and approved the next one.`,
    product: 'Azure Sentinel',
    type: 'larkmoor_mfa_fatigue',
    start: on(15, '08:41:07'),
    end: HOSTILE_SIGN_IN,
    tactics: 'CredentialAccess',
    techniques: ['T1621'],
    about: victim.upn,
    properties: { 'Source IPs': HOSTILE.signInIp, 'Declined Prompts': String(DECLINED_PUSHES) },
    entities: (graph) => void [graph.cloudAccount(victim), graph.ip(HOSTILE.signInIp, place)],
  });
};

/** Chapter 1, 15 September 08:39: a stolen password, nine declined MFA prompts, then an approved one, from another country. */
export function phish(stage: Stage): void {
  const random = new Random('story', 'phish');
  const common = {
    person: CAST.victim,
    place: PLACES.hostile,
    app: 'mail',
    random,
    system: 'Linux',
    browser: 'Firefox 128.0',
    agent: AGENT,
  } as const;
  const add = (signIn: Omit<SignIn, keyof typeof common>): void => {
    stage.signIns.push(signInRow({ ...common, ...signIn }));
  };
  add({ at: on(15, '08:39:51.2200000'), outcome: 'wrongPassword', risk: 'low' });
  add({ at: on(15, '08:40:22.9030000'), outcome: 'mfaNeeded', risk: 'medium' });
  for (let push = 0; push < DECLINED_PUSHES; push += 1) {
    const at = on(15, '08:41:07.0000000') + push * 158 * SPAN.second + random.below(4_000) * SPAN.millisecond;
    add({ at, outcome: 'mfaDenied', mfa: true, risk: 'medium' });
  }
  add({ at: HOSTILE_SIGN_IN, outcome: 'success', mfa: true, risk: 'high' });
  stage.signIns.push(
    signInRow({
      ...common,
      app: 'files',
      at: on(15, '09:11:40.0750000'),
      outcome: 'success',
      mfa: true,
      risk: 'high',
    }),
    signInRow({ ...common, app: 'files', at: on(17, '09:31:02.4410000'), outcome: 'expired', risk: 'high' }),
  );
  alerts(stage);
}
