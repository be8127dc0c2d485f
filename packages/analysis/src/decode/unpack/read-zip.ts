import type { Budget } from '../budget';
import { inflate } from './inflate';
import { stored, type Member, type Unpacked } from './unpacked';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const UTF8_NAME = 0x800;

/**
 * The members of a zip archive as its central directory lists them (PKWARE APPNOTE 6.3, without zip64: an archive within a text
 * is smaller); nothing where the directory is not there. Names are text, never paths to go to.
 */
export function* readZip(archive: Buffer, budget: Budget): Generator<Member, void, void> {
  const end = endRecord(archive);
  if (end === undefined) return;
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_SIZE > archive.length || archive.readUInt32LE(at) !== ENTRY) return;
    const nameEnd = at + ENTRY_SIZE + archive.readUInt16LE(at + 28);
    const utf8 = (archive.readUInt16LE(at + 8) & UTF8_NAME) !== 0;
    const name = archive.toString(utf8 ? 'utf8' : 'latin1', at + ENTRY_SIZE, nameEnd);
    yield { name, folder: name.endsWith('/'), content: contentOf(archive, at, budget) };
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

/** Whether a zip archive has a directory that can be read. */
export const hasZipDirectory = (archive: Buffer): boolean => endRecord(archive) !== undefined;

function endRecord(archive: Buffer): number | undefined {
  const first = Math.max(0, archive.length - END_SIZE - 0xffff);
  for (let at = archive.length - END_SIZE; at >= first; at -= 1)
    if (archive.readUInt32LE(at) === END) return at;
  return undefined;
}

function contentOf(archive: Buffer, entry: number, budget: Budget): Unpacked {
  const method = archive.readUInt16LE(entry + 10);
  const size = archive.readUInt32LE(entry + 20);
  const local = archive.readUInt32LE(entry + 42);
  if ((archive.readUInt16LE(entry + 8) & 1) !== 0) return { fault: 'encrypted' };
  if (local + LOCAL_SIZE > archive.length || archive.readUInt32LE(local) !== LOCAL)
    return { fault: 'damaged' };
  const start = local + LOCAL_SIZE + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (start + size > archive.length) return { fault: 'damaged' };
  const packed = archive.subarray(start, start + size);
  if (method === 0) return stored(packed, budget);
  return method === 8 ? inflate(packed, 'deflate', budget) : { fault: 'damaged' };
}
