import { CasebookError } from '../error/casebook-error';
import { scanKql } from './scan-kql';

/** KQL text that goes into a query as it is; only {@link rawKql} makes one. */
export class RawKql {
  readonly text: string;
  /** Sets it apart from text of unknown origin. */
  private readonly brand = 'casebook.kql';

  private constructor(text: string) {
    this.text = text;
    Object.freeze(this);
  }

  /** The same as {@link rawKql}. */
  static from(text: string): RawKql {
    const fault = scanKql(text);
    if (fault === undefined) return new RawKql(text);
    throw new CasebookError('InvalidParameter', `invalid piece of KQL: ${fault}`, {
      help: 'Give a piece that stands by itself, such as | where EventID == 4688.',
    });
  }

  /** Whether the value came from {@link rawKql}. */
  static is(value: unknown): value is RawKql {
    return value instanceof RawKql && value.brand === 'casebook.kql';
  }
}

/**
 * Declares text to be KQL that may go into a query unquoted, such as `| where EventID == 4688`. Never build it from values.
 * A management command, several statements, or open brackets, strings or comments are `InvalidParameter` errors.
 */
export const rawKql = (text: string): RawKql => RawKql.from(text);
