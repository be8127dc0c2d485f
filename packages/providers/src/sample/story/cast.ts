import { hostNamed } from '../company/hosts';
import { personNamed } from '../company/people';
import { local, SERVICES, user } from '../company/principals';

/** Who and what the story is about. */
export const CAST = {
  patientZero: hostNamed('FIN-WS07'),
  fileServer: hostNamed('FS01'),
  webServer: hostNamed('lnx-web01'),
  controller: hostNamed('DC01'),
  victim: personNamed('p.lindqvist'),
  victimAccount: user(personNamed('p.lindqvist')),
  stolenAccount: SERVICES.backup,
  plantedAccount: local(hostNamed('FIN-WS07'), 'supp0rt', 1004),
  analyst: personNamed('a.weiss'),
} as const;

/** The intruder's addresses: documentation ranges and reserved names, so that nothing real is named. */
export const HOSTILE = {
  signInIp: '203.0.113.66',
  signInCountry: 'SC',
  signInCity: 'Victoria',
  controlIp: '203.0.113.99',
  stageUrl: 'http://updates.larkmoor-invoices.example/s/stage2.txt',
  dropIp: '203.0.113.77',
  dropHost: 'store.coldquay.example',
} as const;
