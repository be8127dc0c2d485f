/** Tells that the caller wants no answer any more: the part of the platform's `AbortSignal` that the house uses. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  /** Asks to be told when it aborts. */
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  /** Asks to be told no more. */
  removeEventListener(type: 'abort', listener: () => void): void;
}
