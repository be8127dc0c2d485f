import type { Host } from '../host/host';

/** A file. Identity: Directory and Name on its host. */
export type File = {
  readonly Type: 'file';
  /** The folder, without a separator at its end (a root keeps it). */
  readonly Directory?: string;
  readonly Name?: string;
  readonly Host?: Host;
};
