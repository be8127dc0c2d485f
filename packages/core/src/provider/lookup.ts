import type { AbortSignalLike } from './abort-signal-like';

/** Answers facts about observables, such as threat intelligence or geography of addresses. */
export interface Lookup<F = Readonly<Record<string, unknown>>> {
  readonly name: string;
  /** The facts of each observable, in the order asked; null where nothing is known. */
  find(observables: readonly string[], signal?: AbortSignalLike): Promise<readonly (F | null)[]>;
}
