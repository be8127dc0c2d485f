import type { Scope } from './scope';

/** Thrown where a table under `union isfuzzy=true` is not there: the union goes on without that part. */
export class UnresolvedTable {
  constructor(
    /** What is not there. */
    readonly table: string,
  ) {}
}

/** The value of a part of a fuzzy union; nothing, and a notice, where a table of it is not there. */
export function unlessUnresolved<T>(scope: Scope, work: (fuzzy: Scope) => T): T | undefined {
  try {
    return work({ ...scope, fuzzy: true });
  } catch (thrown) {
    if (!(thrown instanceof UnresolvedTable)) throw thrown;
    const { table } = thrown;
    scope.compilation.notices.set(table, {
      code: 'missingTable',
      message: `The table ${table} is not known here: union isfuzzy leaves it out.`,
      table,
      partial: true,
    });
    return undefined;
  }
}
