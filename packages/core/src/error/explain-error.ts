import type { Diagnostic } from '../language/diagnostic';
import { pointAt } from './point-at';
import type { Position } from './position';

/** What of an error can be told to a reader. */
export interface Explainable {
  readonly code: string;
  readonly message: string;
  readonly position?: Position;
  readonly query?: string;
  readonly help?: string;
  readonly diagnostics?: readonly Diagnostic[];
}

/** How many remarks on one query are shown. */
const MOST = 20;

/**
 * An error as lines for a reader: for each remark on the query its message, line, column, the line with carets under the place, and
 * what to do instead. Over twenty remarks the rest is counted.
 */
export const explainError = (error: Explainable): readonly string[] => {
  const { code, message, position, query, help, diagnostics } = error;
  if (!diagnostics || diagnostics.length < 2)
    return [`${code}: ${message}${placeOf(position)}`, ...shown(query, position), ...helpOf(help)];
  const more = diagnostics.length - MOST;
  return [
    ...diagnostics
      .slice(0, MOST)
      .flatMap((one) => [
        `${code}: ${one.message}${placeOf(one.position)}`,
        ...shown(query, one.position),
        ...helpOf(one.help),
      ]),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
};

type Place = Position | undefined;

const placeOf = (position: Place): string =>
  position ? ` (line ${position.line}, column ${position.column})` : '';

const shown = (query: string | undefined, position: Place): readonly string[] =>
  position && query !== undefined ? pointAt(query, position) : [];

const helpOf = (help: string | undefined): readonly string[] =>
  help === undefined ? [] : help.split('\n').map((line) => `  ${line}`);
