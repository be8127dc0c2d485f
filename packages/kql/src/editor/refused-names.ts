import { supportMatrix } from '../support/support-matrix';

/** The operators, functions, aggregates and plugins that this engine refuses, by name. */
export const refusedNames = (): ReadonlySet<string> =>
  new Set(
    supportMatrix()
      .filter(({ status }) => status === 'refused')
      .map(({ name }) => name),
  );
