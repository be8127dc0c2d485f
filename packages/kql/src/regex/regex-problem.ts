/** Why a regular expression cannot be run: it is none of the language, or the engine does not run it exactly. */
export class RegexProblem extends Error {
  constructor(
    readonly kind: 'invalid' | 'unsupported',
    message: string,
  ) {
    super(message);
  }
}

/** Ends the reading of a regular expression that Kusto refuses. */
export function invalid(what: string): never {
  throw new RegexProblem('invalid', what);
}

/** Ends the reading of a regular expression that this engine does not run exactly. */
export function unsupported(what: string): never {
  throw new RegexProblem('unsupported', what);
}
