import { END_COMMAND, type SequenceModel } from './sequence-model';
import type { Command } from './read-sessions';

/** How windows are scored. */
export interface WindowOptions {
  readonly windowLength: number;
  /** Whether a session's start and end count as commands. */
  readonly startEndTokens: boolean;
  /** Whether a likelihood is the geometric mean over the commands of the window. */
  readonly geometricMean: boolean;
}

/** The least likely window of a session. */
export interface RarestWindow {
  readonly first: number;
  readonly likelihood: number;
  /** For each command of the window: how likely it is where it stands, and how likely its parameters are. */
  readonly why: readonly Factor[];
}

/** Why a command is as likely as it is. */
export interface Factor {
  readonly command: string;
  readonly transition: number;
  readonly parameters: number;
}

/** Finds the least likely window, the first of equals; nothing where the session is too short. O(commands × window). */
export function scoreSession(
  session: readonly Command[],
  model: SequenceModel,
  { windowLength, startEndTokens, geometricMean }: WindowOptions,
): RarestWindow | undefined {
  const commands = startEndTokens && session.length > 0 ? [...session, END_COMMAND] : session;
  const parameters = commands.map((command) => model.parameters(command));
  const factor = (at: number, isFirst: boolean): number => {
    const command = commands[at] as Command;
    if (!isFirst) return model.follow(commands[at - 1] as Command, command);
    return startEndTokens && at === 0 ? model.start(command) : model.prior(command);
  };
  let best: { first: number; likelihood: number } | undefined;
  for (let first = 0; first + windowLength <= commands.length; first += 1) {
    let likelihood = 1;
    for (let at = first; at < first + windowLength; at += 1)
      likelihood *= factor(at, at === first) * (parameters[at] as number);
    if (!best || likelihood < best.likelihood) best = { first, likelihood };
  }
  if (!best) return undefined;
  const { first } = best;
  const why = commands.slice(first, first + windowLength).map((command, offset) => ({
    command: command === END_COMMAND ? '(end of session)' : command.name,
    transition: factor(first + offset, offset === 0),
    parameters: parameters[first + offset] as number,
  }));
  return { first, why, likelihood: geometricMean ? best.likelihood ** (1 / windowLength) : best.likelihood };
}
