import type { Diagnostic } from './diagnostic';

/** What a completion stands for. */
export type CompletionKind =
  'table' | 'column' | 'function' | 'aggregate' | 'operator' | 'variable' | 'keyword';

/** A text that fits at a place of a query; offsets count from 0 in UTF-16 units. */
export interface Completion {
  /** The name as it is listed; it begins with what stands at the place, in any case. */
  readonly name: string;
  readonly kind: CompletionKind;
  /** What takes the place of `start` up to `end`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The type of a column, the signature of a function, or that the engine at hand refuses it. */
  readonly detail?: string;
}

/** What is known about a name in a query; offsets count from 0 in UTF-16 units. */
export interface Hover {
  /** Plain text: kind, name, type or signature; then remarks, one a line. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads queries as they are written: what editors and kernels ask. It never throws on a text, however wrong. */
export interface LanguageService {
  /** All that is to be said about a text, in the order of the places; empty where it runs. */
  diagnose(text: string): readonly Diagnostic[];
  /** What may stand at an offset, likeliest first. */
  complete(text: string, offset: number): readonly Completion[];
  /** What is known about the name at an offset; nothing where there is none. */
  hover(text: string, offset: number): Hover | undefined;
}
