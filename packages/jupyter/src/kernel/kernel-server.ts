import { randomUUID } from 'node:crypto';
import type { Router } from 'zeromq';
import { describeError } from './describe-error';
import type { ExecuteQueue } from './execute-queue';
import type { Answer } from './kernel-replies';
import type { KernelSockets } from './kernel-sockets';
import type { Outputs } from './outputs';
import { readMessage, writeMessage, type WireMessage } from './wire-message';

/** What a server leans on. */
export interface KernelParts {
  readonly key: string;
  readonly sockets: KernelSockets;
  readonly outputs: Outputs;
  readonly queue: ExecuteQueue;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly interrupt: () => void;
  readonly shutDown: () => void;
}

const replyType = (request: WireMessage): string => request.header.msg_type.replace(/_request$/, '_reply');

/** Listens to the sockets and answers what is asked. */
export class KernelServer {
  readonly #parts: KernelParts;
  readonly #session = randomUUID();
  readonly #sent = new Map<Router, Promise<void>>();

  /** @param parts what the server leans on. */
  constructor(parts: KernelParts) {
    this.#parts = parts;
  }

  /** Begins to listen. */
  start(): void {
    const { shell, control, heartbeat, outputs } = { ...this.#parts.sockets, ...this.#parts };
    void this.#listen(shell);
    void this.#listen(control);
    void (async () => {
      for await (const frames of heartbeat) await heartbeat.send(frames);
    })();
    outputs.status('starting');
  }

  async #listen(socket: Router): Promise<void> {
    for await (const frames of socket) {
      const request = readMessage(this.#parts.key, frames);
      if (request) this.#handle(socket, request);
    }
  }

  #handle(socket: Router, request: WireMessage): void {
    const { outputs, queue } = this.#parts;
    if (request.header.msg_type === 'execute_request') {
      queue.add(request, (content) => void this.#reply(socket, request, content));
      return;
    }
    outputs.status('busy', request);
    try {
      this.#answer(socket, request);
    } catch (error) {
      void this.#reply(socket, request, { status: 'error', ...describeError(error, () => undefined) });
    }
    outputs.status('idle', request);
  }

  #answer(socket: Router, request: WireMessage): void {
    const { answers, interrupt, outputs } = this.#parts;
    const type = request.header.msg_type;
    const content = answers.get(type)?.(request);
    if (content) void this.#reply(socket, request, content);
    else if (type === 'interrupt_request') {
      interrupt();
      void this.#reply(socket, request, { status: 'ok' });
    } else if (type === 'shutdown_request') {
      const restart = request.content['restart'] === true;
      void this.#reply(socket, request, { status: 'ok', restart }).then(() => this.#parts.shutDown());
    } else if (type === 'comm_open') {
      outputs.publish('comm_close', { comm_id: request.content['comm_id'], data: {} }, request);
    }
  }

  #reply(socket: Router, request: WireMessage, content: object): Promise<void> {
    const { key } = this.#parts;
    const frames = writeMessage(key, {
      type: replyType(request),
      content,
      parent: request,
      session: this.#session,
    });
    const before = this.#sent.get(socket) ?? Promise.resolve();
    const sent = before.then(() => socket.send([...request.identities, ...frames])).catch(() => undefined);
    this.#sent.set(socket, sent);
    this.#parts.outputs.flush();
    return sent;
  }
}
