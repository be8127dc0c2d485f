import { foothold } from './foothold';
import { Stage } from './stage';

/** Tells the intrusion, chapter by chapter, in the order of time. */
export function intrusion(world: Pick<Stage, 'log' | 'ids' | 'systemAt'>): Stage {
  const stage = new Stage(world.log, world.ids, world.systemAt);
  foothold(stage);
  return stage;
}
