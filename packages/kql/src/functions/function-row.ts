import type { KqlType } from '@casebook/core';
import type { Constant } from '../plan/scalar';

/**
 * What a parameter takes: a type that arguments are converted to, `any` for arguments as they are. `?` marks an
 * optional one (absent arguments are left out), `*` one that repeats.
 */
export type Takes = `${KqlType | 'any'}${'' | '?' | '*'}`;

/**
 * A KQL function as a row. `sql` gets one fragment an argument; `js` gets values (bigint for int, long, datetime and
 * timespan; JSON text for dynamic; never null unless `nulls`), runs at compile time where all arguments are constants,
 * and is registered with the host elsewhere, unless there is `sql` too.
 */
export interface FunctionRow {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly takes: readonly Takes[];
  /** The type of the value; `first` for that of the first argument, `bound` for the one that the binder finds. */
  readonly gives: KqlType | 'first' | 'bound';
  readonly sql?: (...args: string[]) => string;
  readonly js?: (...args: never[]) => Constant;
  /** Around the call of `js` at the host, SQL that answers common values itself; exactly as `js` does. */
  readonly quick?: (host: string, ...args: string[]) => string;
  readonly nulls?: boolean;
  /** What gives one member of the bag that `js` gives, where the whole bag is not needed for it. */
  readonly members?: Readonly<Record<string, (...args: never[]) => Constant>>;
  /** Which other answers than Kusto's are possible, for the support matrix. */
  readonly note?: string;
}
