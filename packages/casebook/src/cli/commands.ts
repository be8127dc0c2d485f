import type { Command } from './io';
import { kqlCommand } from './kql-command';
import { labCommand } from './lab-command';
import { queryCommand } from './query-command';
import { runCommand } from './run-command';

/** The commands of `casebook`. */
export const COMMANDS: readonly Command[] = [runCommand, queryCommand, kqlCommand, labCommand];
