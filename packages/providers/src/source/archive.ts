import { open, type FileHandle } from 'node:fs/promises';
import { CasebookError } from '@casebook/core';
import type { ArchiveEntry } from './source-file';

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const MEMBER = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_COMMENT = 65_535 + 22;
const MAX_DIRECTORY = 256 * 2 ** 20;
const NEEDS_64 = 0xffffffff;

/** A member that cannot be read, and why. */
export interface UnreadableMember {
  readonly name: string;
  readonly reason: string;
}

/** The members of an archive. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  readonly unreadable: readonly UnreadableMember[];
}

const invalid = (path: string, why: string): CasebookError =>
  new CasebookError('InvalidSource', `unreadable archive: ${path}`, {
    help: `It is no whole zip file: ${why}.`,
  });

const readAt = async (file: FileHandle, offset: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, offset);
  return buffer.subarray(0, bytesRead);
};

interface Directory {
  readonly offset: number;
  readonly size: number;
}

const wide = (buffer: Buffer, at: number): number => Number(buffer.readBigUInt64LE(at));

const directory64 = async (file: FileHandle, tail: Buffer, at: number, path: string): Promise<Directory> => {
  const locator = at - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== LOCATOR_64)
    throw invalid(path, 'the zip64 locator is missing');
  const end = await readAt(file, wide(tail, locator + 8), 56);
  if (end.length < 56 || end.readUInt32LE(0) !== END_64)
    throw invalid(path, 'the zip64 directory is missing');
  return { size: wide(end, 40), offset: wide(end, 48) };
};

const findDirectory = async (file: FileHandle, length: number, path: string): Promise<Directory> => {
  const size = Math.min(length, MAX_COMMENT + 20);
  const tail = await readAt(file, length - size, size);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    const directory = { size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
    const narrow = directory.size !== NEEDS_64 && directory.offset !== NEEDS_64;
    return narrow ? directory : directory64(file, tail, at, path);
  }
  throw invalid(path, 'its directory is missing');
};

/** The wide sizes of a member, in the order and only where the narrow ones are full. */
const wideSizes = (extra: Buffer, sizes: readonly number[]): number[] => {
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let from = at + 4;
      return sizes.map((size) => {
        if (size !== NEEDS_64 || from + 8 > extra.length) return size;
        from += 8;
        return wide(extra, from - 8);
      });
    }
    at += 4 + length;
  }
  return [...sizes];
};

interface Member {
  readonly entry: ArchiveEntry;
  readonly unreadable?: string;
  readonly next: number;
}

const readMember = (directory: Buffer, at: number): Member | undefined => {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== MEMBER) return undefined;
  const [names, extras, comments] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset)) as [
    number,
    number,
    number,
  ];
  const method = directory.readUInt16LE(at + 10);
  const extra = directory.subarray(at + 46 + names, at + 46 + names + extras);
  const narrow = [24, 20, 42].map((offset) => directory.readUInt32LE(at + offset));
  const [size, compressedSize, offset] = wideSizes(extra, narrow) as [number, number, number];
  const name = directory
    .subarray(at + 46, at + 46 + names)
    .toString('utf8')
    .replaceAll('\\', '/');
  const encrypted = (directory.readUInt16LE(at + 8) & 1) === 1;
  const unreadable = encrypted
    ? 'encrypted'
    : method !== 0 && method !== 8
      ? `compressed by method ${method}`
      : undefined;
  return {
    entry: { name, method: method === 0 ? 'stored' : 'deflated', offset, compressedSize, size },
    ...(unreadable ? { unreadable } : {}),
    next: at + 46 + names + extras + comments,
  };
};

/** Lists the members of a zip file from its directory; an `InvalidSource` error where there is none. */
export const listArchive = async (path: string): Promise<Archive> => {
  const file = await open(path, 'r');
  try {
    const { size: length } = await file.stat();
    const { offset, size } = await findDirectory(file, length, path);
    if (size > MAX_DIRECTORY || offset + size > length) throw invalid(path, 'its directory is out of bounds');
    const directory = await readAt(file, offset, size);
    const entries: ArchiveEntry[] = [];
    const unreadable: UnreadableMember[] = [];
    for (let at = 0; ;) {
      const member = readMember(directory, at);
      if (!member) break;
      at = member.next;
      if (member.entry.name.endsWith('/')) continue;
      if (member.unreadable) unreadable.push({ name: member.entry.name, reason: member.unreadable });
      else entries.push(member.entry);
    }
    return { entries, unreadable };
  } finally {
    await file.close();
  }
};

/** Where a member's bytes begin in its archive: behind its own header, whose length the directory does not tell. */
export const memberStart = async (path: string, { name, offset }: ArchiveEntry): Promise<number> => {
  const file = await open(path, 'r');
  try {
    const header = await readAt(file, offset, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL)
      throw invalid(path, `member ${JSON.stringify(name)} is not where the directory says`);
    return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
};
