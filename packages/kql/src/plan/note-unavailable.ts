import type { Scope } from './scope';

/** Notes that a source is not there; the answer names it. */
export function noteUnavailable(source: string, message: string, scope: Scope): void {
  scope.compilation.notices.set(`unavailable ${message}`, {
    code: 'unavailable',
    message,
    table: source,
    partial: true,
  });
}
