import type { Host } from '../company/hosts';
import { isWeekend, on, type Moment } from '../moment';
import type { Random } from '../random';

/** The workstation that the intruder enters first; its routine yields to the story on the story's days. */
const PATIENT_ZERO = 'FIN-WS07';

const STORY_DAYS = [15, 16, 17, 18];

/** Whether nobody works at the workstation that day: weekends, one day in sixteen, the story's days. */
export function isAway(host: Host, day: number, random: Random): boolean {
  const sick = random.below(16) === 0;
  return sick || isWeekend(day) || (host.name === PATIENT_ZERO && STORY_DAYS.includes(day));
}

/** When a machine runs on a day that it is cut off for a while: patient zero is isolated on 17 September and rebuilt on the 18th. */
export function isQuiet(host: Host, day: number): { from: Moment; to: Moment } | undefined {
  if (host.name !== PATIENT_ZERO) return undefined;
  if (day === 17) return { from: on(17, '00:00:00'), to: on(17, '09:05:00') };
  if (day === 18) return { from: on(18, '14:10:00'), to: on(18, '23:55:00') };
  return undefined;
}
