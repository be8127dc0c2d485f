import { CasebookError, DateTime, type Clock, type Diagnostic } from '@casebook/core';
import { compile } from '../compile';
import type { Schema } from '../contract/schema';

const CLOCK: Clock = { origin: 'for reading only', now: () => DateTime.parse('2000-01-01T00:00:00Z') };

/**
 * All remarks on a query, in the order of their places; empty where it runs. A wrong query gives every mistake that
 * Microsoft's parser and binder find, as errors under its codes; a right one that this engine refuses gives one `note` with
 * the code `KqlUnsupported`, what is refused, and what to write instead. Never throws.
 */
export function diagnose(text: string, schema: Schema): readonly Diagnostic[] {
  try {
    compile(text, schema, CLOCK);
    return [];
  } catch (thrown) {
    return remarks(thrown, text);
  }
}

function remarks(thrown: unknown, text: string): readonly Diagnostic[] {
  const whole = { line: 1, column: 1, offset: 0, length: text.length };
  if (!CasebookError.is(thrown))
    return [{ severity: 'error', code: 'KqlRuntime', message: 'unreadable query', position: whole }];
  const { code, message, position = whole, help, diagnostics } = thrown;
  if (diagnostics && diagnostics.length > 0) return diagnostics;
  const severity = code === 'KqlUnsupported' ? 'note' : 'error';
  return [{ severity, code, message, position, ...(help === undefined ? {} : { help }) }];
}
