import { cover } from './cover';
import { credentials } from './credentials';
import { exfiltration } from './exfiltration';
import { foothold } from './foothold';
import { linux } from './linux';
import { movement } from './movement';
import { persistence } from './persistence';
import { phish } from './phish';
import { response } from './response';
import type { Stage } from './stage';

/** Tells the intrusion, chapter by chapter, in the order of time. */
export function intrusion(stage: Stage): void {
  phish(stage);
  const start = foothold(stage);
  const shell = persistence(stage, start);
  credentials(stage, shell);
  const prompt = movement(stage);
  linux(stage);
  exfiltration(stage, prompt);
  cover(stage, prompt);
  response(stage);
}
