import { isUtf8 } from 'node:buffer';
import type { Budget, DecodeLimit } from '../budget';
import { NO_NAME, type DecodedItem } from '../decoded-item';
import { membersOf } from '../unpack/members-of';

/** An item before its place is known, with the name that the original shows. */
export interface OriginalItem extends Omit<DecodedItem, 'path' | 'original' | 'reference'> {
  readonly shown: string;
}

const PROGRAM = 'TVqQAAMAAAAEAAAA//8AALgAAAAAAAAAQAAAAAAAAAAAAAAAAA' + 'A'.repeat(30);
const PREFIXES: readonly (readonly [string, string])[] = [
  [`${PROGRAM}+AAAAA4fug`, 'exe'],
  [`${PROGRAM}8AAAAA4fug`, 'dll'],
  [`${PROGRAM}6AAAAA4fug`, 'sys'],
  ['UEsDBBQAAAAIA', 'zip'],
  ['UEsDBBQAAQAIA', 'zip (pwd protected)'],
  ['H4sI', 'gz'],
  ['N3q8ryccAAR', '7z'],
  ['UmFyIRoHAM', 'rar'],
  ['JVBERi0xLjcNC', 'pdf'],
  ['0M8R4KGxGuE', 'msi'],
  ['TVNXSU0AAADQ', 'wim'],
];
const TAR = /DAxMDA3NzcAMDAwMDAwM/i;

/** What a candidate of the original holds: one item, or the members of an archive; nothing where it does not decode. */
export function originalContent(candidate: string, budget: Budget): readonly OriginalItem[] | undefined {
  const bytes = lenientBytes(candidate);
  if (!bytes || bytes.length === 0) return undefined;
  const type = prefixType(candidate);
  const members = new Map<string, OriginalItem>();
  for (const { name, content } of type === null ? [] : membersOf(bytes, type, budget)) {
    if (!budget.takeItem()) break;
    const shown = `[${type}] Filename: ${name}`;
    if ('bytes' in content) members.set(shown, itemOf(content.bytes, { name, type, shown }, budget));
    else
      members.set(
        shown,
        stoppedItem('limit' in content ? content.limit : content.fault, { name, type, shown }),
      );
  }
  if (members.size > 0) return [...members.values()];
  budget.takeItem();
  return [itemOf(bytes, { name: NO_NAME, type, shown: `[${type ?? 'None'}]` }, budget)];
}

interface Named {
  readonly name: string;
  readonly type: string | null;
  readonly shown: string;
}

function itemOf(bytes: Buffer, named: Named, { settings }: Budget): OriginalItem {
  const utf16 = settings.utf16 ? utf16Text(bytes) : undefined;
  if (utf16 !== undefined) return { ...named, bytes, text: utf16, encoding: 'utf-16', limit: null };
  if (isUtf8(bytes)) return { ...named, bytes, text: bytes.toString('utf8'), encoding: 'utf-8', limit: null };
  return { ...named, bytes, text: null, encoding: 'binary', limit: null };
}

function stoppedItem(why: DecodeLimit | 'damaged' | 'encrypted', named: Named): OriginalItem {
  const fault = why === 'damaged' || why === 'encrypted';
  return { ...named, bytes: null, text: null, encoding: fault ? why : 'limit', limit: fault ? null : why };
}

function utf16Text(bytes: Buffer): string | undefined {
  const bigEndian = bytes.length >= 2 && bytes.readUInt16BE(0) === 0xfeff;
  try {
    const decoder = new TextDecoder('utf-16le', { fatal: true });
    return decoder.decode(bigEndian && bytes.length % 2 === 0 ? Buffer.from(bytes).swap16() : bytes);
  } catch {
    return undefined;
  }
}

function prefixType(candidate: string): string | null {
  const start = candidate.slice(0, 160).replace(/[\n\r]/g, '');
  return PREFIXES.find(([prefix]) => start.startsWith(prefix))?.[1] ?? (TAR.test(start) ? 'tar' : null);
}

/** Decodes as Python's `b64decode` does: other characters are passed by, and what is missing of the padding is an error. */
function lenientBytes(candidate: string): Buffer | undefined {
  const data = candidate.replace(/[^A-Za-z0-9+/]/g, '');
  const padding = candidate.length - candidate.replace(/(?<!=)=+$/, '').length;
  const over = data.length % 4;
  if (over === 1 || (over > 1 && over + padding < 4)) return undefined;
  return Buffer.from(data, 'base64');
}
