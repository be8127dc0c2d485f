import type { WireMessage } from './wire-message';

/** A cell that runs or ran: outputs that come late still belong to it. */
export class CellContext {
  /** The request that asked to run it. */
  readonly request: WireMessage;
  /** Aborts what the cell started when the cell is interrupted. */
  readonly controller = new AbortController();
  /** Errors that nobody awaited while the cell ran. */
  readonly strayErrors: unknown[] = [];
  /** Whether the cell still runs. */
  running = true;

  /** @param request the request that asked to run it. */
  constructor(request: WireMessage) {
    this.request = request;
  }

  /** The notebook's id of the cell, where the front end tells it. */
  get cellId(): string | undefined {
    const id = this.request.metadata['cellId'];
    return typeof id === 'string' ? id : undefined;
  }
}
