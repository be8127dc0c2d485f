import type { Publisher } from 'zeromq';
import { writeMessage, type WireMessage } from './wire-message';

/** Text is held back until so much of it is there, in characters. */
const FLUSH_SIZE = 65_536;
/** … or until it is so old, in milliseconds. */
const FLUSH_AGE = 50;

interface Pending {
  readonly name: 'stdout' | 'stderr';
  readonly parent: WireMessage | undefined;
  readonly parts: string[];
  size: number;
  readonly since: number;
}

/** What the kernel publishes: outputs in order, with neighbouring pieces of text joined into one message. */
export class Outputs {
  readonly #socket: Publisher;
  readonly #key: string;
  readonly #session: string;
  #pending: Pending | undefined;

  /** @param socket a publisher that never waits: a send can fail only once it is closed. */
  constructor(socket: Publisher, key: string, session: string) {
    this.#socket = socket;
    this.#key = key;
    this.#session = session;
  }

  /** Publishes a message, after the text that was written before it. */
  publish(type: string, content: object, parent?: WireMessage): void {
    this.flush();
    this.#send(type, content, parent);
  }

  /** Publishes what the kernel does: `starting`, `busy` or `idle`. */
  status(state: 'starting' | 'busy' | 'idle', parent?: WireMessage): void {
    this.publish('status', { execution_state: state }, parent);
  }

  /** Publishes text, soon, together with what follows it at once. */
  write(name: 'stdout' | 'stderr', text: string, parent?: WireMessage): void {
    const pending = this.#pending;
    if (pending && (pending.name !== name || pending.parent !== parent)) this.flush();
    const target = (this.#pending ??= this.#hold(name, parent));
    target.parts.push(text);
    target.size += text.length;
    if (target.size > FLUSH_SIZE || performance.now() - target.since > FLUSH_AGE) this.flush();
  }

  /** Sends the text that is held back. */
  flush(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending) this.#send('stream', { name: pending.name, text: pending.parts.join('') }, pending.parent);
  }

  #hold(name: 'stdout' | 'stderr', parent?: WireMessage): Pending {
    setImmediate(() => this.flush());
    return { name, parent, parts: [], size: 0, since: performance.now() };
  }

  #send(type: string, content: object, parent?: WireMessage): void {
    const frames = writeMessage(this.#key, { type, content, parent, session: this.#session });
    const isGone = (): void => undefined;
    this.#socket.send([Buffer.from(type), ...frames]).catch(isGone);
  }
}
