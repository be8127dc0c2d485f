import { displayPort } from './display-port';

/** Aborted when the cell that calls this is interrupted; undefined outside Casebook's kernel. */
export const cellSignal = (): AbortSignal | undefined => displayPort()?.signal();
