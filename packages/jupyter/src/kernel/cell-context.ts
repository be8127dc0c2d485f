import type { WireMessage } from './wire-message';

/** An error that nobody awaited, and the earlier cell that it comes from, if it does. */
export interface Stray {
  readonly error: unknown;
  readonly cell?: CellContext;
}

/** A cell that runs or ran: outputs that come late still belong to it. */
export class CellContext {
  /** The request that asked to run it. */
  readonly request: WireMessage;
  readonly code: string;
  /** Whether nothing is to be told of it but its outputs. */
  readonly isSilent: boolean;
  /** Whether it counts and is told by `history_request`. */
  readonly isRemembered: boolean;
  /** Whether the cells that wait are run although this one fails. */
  readonly allowsErrors: boolean;
  /** Aborts what the cell started when the cell is interrupted. */
  readonly controller = new AbortController();
  /** Errors that nobody awaited while the cell ran. */
  readonly strays: Stray[] = [];
  /** The ids under which the cell has shown something. */
  readonly shown = new Set<string>();
  /** Whether the cell still runs. */
  isRunning = true;

  /** @param request the request that asked to run it. */
  constructor(request: WireMessage) {
    const { code, silent, store_history: stored, stop_on_error: stops } = request.content;
    this.request = request;
    this.code = typeof code === 'string' ? code : '';
    this.isSilent = silent === true;
    this.isRemembered = !this.isSilent && stored !== false;
    this.allowsErrors = stops === false;
  }
  /** The notebook's id of the cell, where the front end tells it. */
  get cellId(): string | undefined {
    const id = this.request.metadata['cellId'];
    return typeof id === 'string' ? id : undefined;
  }
}
