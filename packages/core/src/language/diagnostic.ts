import type { Position } from '../error/position';

/** A remark on a query text, at its place. */
export interface Diagnostic {
  /** `error`: the query is wrong; `note`: it is right, but the engine at hand refuses it or answers it with less. */
  readonly severity: 'error' | 'warning' | 'note';
  /** What kind of remark it is: the number that Microsoft's parser gives it, such as `KS142`, or a code of our own, such as `KqlUnsupported`. */
  readonly code: string;
  /** One sentence. */
  readonly message: string;
  readonly position: Position;
  /** What to do instead, where that is known. */
  readonly help?: string;
}
