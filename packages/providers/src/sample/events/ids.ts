import type { Host } from '../company/hosts';

/** The first identifiers of a stream, and the step between two. */
interface Stream {
  readonly process: number;
  readonly logon: number;
}

const STREAMS: Readonly<Record<'routine' | 'story', Stream>> = {
  routine: { process: 0x2000, logon: 0x100000 },
  story: { process: 0x1004, logon: 0x80004 },
};

/**
 * Hands out process and logon identifiers that no machine uses twice in the month. The routine's are multiples of eight
 * and the story's are four beyond one, so the story keeps its identifiers whatever the routine needs.
 */
export class Ids {
  readonly #first: Stream;
  readonly #processes = new Map<Host, number>();
  readonly #logons = new Map<Host, number>();

  constructor(stream: 'routine' | 'story') {
    this.#first = STREAMS[stream];
  }

  /** The next process identifier of a machine. */
  process(host: Host): number {
    const id = this.#processes.get(host) ?? this.#first.process;
    this.#processes.set(host, id + 8);
    return id;
  }

  /** The next logon identifier of a machine, as the columns hold it. */
  logon(host: Host): string {
    const id = this.#logons.get(host) ?? this.#first.logon;
    this.#logons.set(host, id + 1048);
    return hex(id);
  }
}

/** A number as Windows events write identifiers, such as `0x3e7`. */
export const hex = (id: number): string => `0x${id.toString(16)}`;
