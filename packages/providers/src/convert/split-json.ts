import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const [QUOTE, COMMA, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN, CLOSE] = [
  0x22, 0x2c, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d,
];
const [LF, CR, SPACE, TAB] = [0x0a, 0x0d, 0x20, 0x09];
/** Invalid within a JSON string, so that a string with a raw line break stays invalid on one line. */
const BROKEN = 0x02;
const HEAD = 2 ** 20;

/** How JSON values follow each other in a file. */
export type JsonLayout = 'lines' | 'list' | 'values';

/** Tells a list from values, and values a line each from values over several lines, by the head of a file. */
export const jsonLayout = async (path: string): Promise<JsonLayout> => {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(HEAD);
    const { bytesRead } = await file.read(buffer, 0, HEAD, 0);
    const head = buffer.toString('utf8', 0, bytesRead).trimStart();
    if (head.startsWith('[')) return 'list';
    if (!head.startsWith('{')) return 'lines';
    return mostlyWhole(head.split('\n'), bytesRead === HEAD) ? 'lines' : 'values';
  } finally {
    await file.close();
  }
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Whether at least half of the lines are values of their own; a last line that the head cuts does not count. */
const mostlyWhole = (lines: readonly string[], cut: boolean): boolean => {
  const counted = lines.filter((line, index) => line.trim() !== '' && !(cut && index === lines.length - 1));
  return counted.filter(isJson).length * 2 >= counted.length;
};

class Splitter {
  private depth = 0;
  private inString = false;
  private escaped = false;
  private inList = false;
  private started = false;

  split(chunk: Buffer): Buffer {
    const out = Buffer.alloc(chunk.length * 2 + 1);
    let at = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = this.next(chunk[index] as number);
      if (byte === undefined) continue;
      out[at] = byte;
      at += 1;
      if (this.started && this.depth === this.base && (byte === CLOSE || byte === CLOSE_LIST)) {
        out[at] = LF;
        at += 1;
        this.started = false;
      }
    }
    return out.subarray(0, at);
  }

  private get base(): number {
    return this.inList ? 1 : 0;
  }

  /** The byte to write for the one read; nothing where it only separates values. */
  private next(byte: number): number | undefined {
    if (this.inString) return this.text(byte);
    if (byte === LF || byte === CR || byte === SPACE || byte === TAB) return this.started ? SPACE : undefined;
    if (byte === OPEN_LIST && !this.inList && this.depth === 0) return this.openList();
    if (byte === CLOSE_LIST && this.inList && this.depth === 1) return this.closeList();
    if (byte === COMMA && this.depth === this.base) return this.endValue();
    this.started = true;
    if (byte === OPEN || byte === OPEN_LIST) this.depth += 1;
    else if (byte === CLOSE || byte === CLOSE_LIST) this.depth = Math.max(this.base, this.depth - 1);
    else if (byte === QUOTE) this.inString = true;
    return byte;
  }

  private text(byte: number): number {
    if (this.escaped) this.escaped = false;
    else if (byte === BACKSLASH) this.escaped = true;
    else if (byte === QUOTE) this.inString = false;
    return byte === LF || byte === CR ? BROKEN : byte;
  }

  private openList(): number | undefined {
    this.inList = true;
    this.depth = 1;
    return undefined;
  }

  private closeList(): number | undefined {
    this.inList = false;
    this.depth = 0;
    return this.endValue();
  }

  private endValue(): number | undefined {
    const ends = this.started;
    this.started = false;
    return ends ? LF : undefined;
  }
}

/** Writes the values of a file that holds a JSON list, or JSON values over several lines, one a line. */
export const splitJson = async (path: string, copy: string): Promise<void> => {
  const splitter = new Splitter();
  const split = new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, splitter.split(chunk)),
  });
  await pipeline(createReadStream(path, { highWaterMark: 2 ** 20 }), split, createWriteStream(copy));
};
