import { nthRoot } from '../rounding/nth-root';
import { listed, type Steps } from '../run/steps';
import { END_COMMAND, type SequenceModel } from './sequence-model';
import type { Command } from './read-sessions';

/** How windows are scored. */
export interface WindowOptions {
  readonly windowLength: number;
  /** Whether a session's start and end count as commands. */
  readonly startEndTokens: boolean;
  /** Whether a likelihood is the geometric mean over the commands of the window. */
  readonly geometricMean: boolean;
  /** Whether the likelihood of every window is kept. */
  readonly everyWindow: boolean;
}

/** The least likely window of a session. */
export interface RarestWindow {
  readonly first: number;
  readonly likelihood: number;
  /** The likelihood of every window, in order, where it is asked for. */
  readonly likelihoods: readonly number[];
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
export function* scoreSession(
  session: readonly Command[],
  model: SequenceModel,
  { windowLength, startEndTokens, geometricMean, everyWindow }: WindowOptions,
): Steps<RarestWindow | undefined> {
  const commands = startEndTokens && session.length > 0 ? [...session, END_COMMAND] : session;
  const parameters = yield* listed(commands.length, 'scoring', (at) =>
    model.parameters(commands[at] as Command),
  );
  const factor = (at: number, isFirst: boolean): number => {
    const command = commands[at] as Command;
    if (!isFirst) return model.follow(commands[at - 1] as Command, command);
    return startEndTokens && at === 0 ? model.start(command) : model.prior(command);
  };
  const windowAt = (first: number): number => {
    let likelihood = factor(first, true) * (parameters[first] as number);
    for (let at = first + 1; at < first + windowLength; at += 1)
      likelihood = likelihood * factor(at, false) * (parameters[at] as number);
    return geometricMean ? nthRoot(likelihood, windowLength) : likelihood;
  };
  const count = commands.length - windowLength + 1;
  if (count < 1) return undefined;
  const likelihoods = yield* listed(count, 'scoring', windowAt);
  const first = likelihoods.reduce((best, one, at) => (one < (likelihoods[best] as number) ? at : best), 0);
  const why = commands.slice(first, first + windowLength).map((command, offset) => ({
    command: command === END_COMMAND ? '(end of session)' : command.name,
    transition: factor(first + offset, offset === 0),
    parameters: parameters[first + offset] as number,
  }));
  return {
    first,
    why,
    likelihood: likelihoods[first] as number,
    likelihoods: everyWindow ? likelihoods : [],
  };
}
