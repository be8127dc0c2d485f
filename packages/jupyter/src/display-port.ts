import type { MimeBundle } from '@casebook/vis';

/** Where the running kernel's {@link DisplayPort} is found on `globalThis`. */
export const DISPLAY_PORT = Symbol.for('casebook.display');

/** What the Casebook kernel offers to code that runs in its cells. */
export interface DisplayPort {
  /** Shows a bundle in the cell that is running; a second one with the same id takes the place of the first. */
  display(bundle: MimeBundle, id?: string): void;
  /** Aborted when the running cell is interrupted. */
  signal(): AbortSignal | undefined;
}

/** The display port of the kernel that this code runs in, if it is Casebook's. */
export const displayPort = (): DisplayPort | undefined =>
  (globalThis as { [DISPLAY_PORT]?: DisplayPort })[DISPLAY_PORT];
