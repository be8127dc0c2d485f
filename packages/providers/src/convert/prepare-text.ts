import { isUtf8 } from 'node:buffer';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { CasebookError } from '@casebook/core';
import { memberStart } from '../source/archive';
import type { SourceFile } from '../source/source-file';

/** A file on disk with the bytes that a source file stands for. */
export interface PreparedFile {
  readonly path: string;
  /** Whether it is a copy that may go once it is read. */
  readonly temporary: boolean;
}

const MAX_UNPACKED = 64 * 2 ** 30;
const BLOCK = 2 ** 20;

const cap = (limit: number, name: string): Transform => {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen <= limit) done(null, chunk);
      else done(new CasebookError('InvalidSource', `${name} unpacks to more than ${limit} bytes`));
    },
  });
};

const openRaw = async ({ path, entry }: SourceFile): Promise<Readable> => {
  if (!entry) return createReadStream(path);
  if (entry.compressedSize === 0) return createReadStream(path, { end: -1 });
  const start = await memberStart(path, entry);
  return createReadStream(path, { start, end: start + entry.compressedSize - 1 });
};

/** Unpacks a compressed file or member into a folder, under a name of our own; a plain file is left where it is. */
export const unpack = async (file: SourceFile, folder: string, name: string): Promise<PreparedFile> => {
  const { entry, gzip } = file;
  if (!entry && !gzip) return { path: file.path, temporary: false };
  const path = join(folder, name);
  const steps = [
    ...(entry?.method === 'deflated' ? [createInflateRaw()] : []),
    ...(entry ? [cap(entry.size, file.name)] : []),
    ...(gzip ? [createGunzip()] : []),
    cap(MAX_UNPACKED, file.name),
  ];
  await pipeline([await openRaw(file), ...steps, createWriteStream(path)]);
  return { path, temporary: true };
};

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const encodingOf = (head: Buffer): { encoding: Encoding; mark: number } => {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (head.length === 4 && head[0] && !head[1] && head[2] && !head[3])
    return { encoding: 'utf-16le', mark: 0 };
  if (head.length === 4 && !head[0] && head[1] && !head[2] && head[3])
    return { encoding: 'utf-16be', mark: 0 };
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return { encoding: 'utf-8', mark: marked ? 3 : 0 };
};

/** How many bytes at the end belong to a character that goes on behind them. */
const openTail = (block: Buffer): number => {
  for (let back = 1; back <= Math.min(3, block.length); back += 1) {
    const byte = block[block.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
};

const isCleanUtf8 = async (path: string): Promise<boolean> => {
  let tail = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: BLOCK })) {
    const block = Buffer.concat([tail, chunk as Buffer]);
    const whole = block.length - openTail(block);
    if (!isUtf8(block.subarray(0, whole))) return false;
    tail = block.subarray(whole);
  }
  return tail.length === 0;
};

const decode = (encoding: Encoding): Transform => {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, decoder.decode(chunk, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  });
};

/** A text file as clean UTF-8 without a byte order mark, and whether bytes that are no text were replaced. */
export const asUtf8 = async (
  file: PreparedFile,
  copy: string,
): Promise<{ file: PreparedFile; replaced: boolean }> => {
  const handle = await open(file.path, 'r');
  const head = Buffer.alloc(4);
  const { bytesRead } = await handle.read(head, 0, 4, 0);
  await handle.close();
  const { encoding, mark } = encodingOf(head.subarray(0, bytesRead));
  const clean = encoding !== 'utf-8' || (await isCleanUtf8(file.path));
  if (encoding === 'utf-8' && mark === 0 && clean) return { file, replaced: false };
  await pipeline(createReadStream(file.path, { start: mark }), decode(encoding), createWriteStream(copy));
  return { file: { path: copy, temporary: true }, replaced: !clean };
};
