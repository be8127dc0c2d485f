import type { Budget } from './budget';
import { fileType, type FileType } from './file-type';
import { textOfBytes, type ByteText } from './text-of-bytes';
import { inflate } from './unpack/inflate';
import type { Unpacked } from './unpack/unpacked';

/** What bytes are. */
export type Content =
  | ({ readonly kind: 'text' } & ByteText)
  | { readonly kind: 'file'; readonly type: FileType }
  | { readonly kind: 'stream'; readonly type: 'zlib' | 'deflate'; readonly unpacked: Unpacked }
  | { readonly kind: 'binary' };

/** Fewer bytes unpacked from a bare stream than this may be chance. */
const LEAST = 4;
/** How many bare streams within each other are unpacked to see whether the outermost is one. */
const MOST_INNER = 8;

/**
 * Says what bytes are: a file by its signature, text, a zlib or bare deflate stream (which have no signature to go by: unpacked
 * to see, within the budget), else binary.
 */
export function contentOfBytes(bytes: Buffer, budget: Budget): Content {
  const plain = plainContent(bytes, budget);
  return plain ?? streamContent(bytes, budget) ?? { kind: 'binary' };
}

/** What bytes are by signature or as text. */
export function plainContent(bytes: Buffer, { settings }: Budget): Content | undefined {
  const type = fileType(bytes);
  if (type) return { kind: 'file', type };
  const text = textOfBytes(bytes, settings.utf16);
  return text && { kind: 'text', ...text };
}

/** The stream that bytes are, where they unpack to a known file, text or another such stream. */
export function streamContent(bytes: Buffer, budget: Budget, inner = MOST_INNER): Content | undefined {
  for (const type of ['zlib', 'deflate'] as const) {
    if (!mayBe(bytes, type) || !budget.takeGuess()) continue;
    const unpacked = inflate(bytes, type, budget);
    if ('fault' in unpacked) continue;
    if ('limit' in unpacked || type === 'zlib' || isTold(unpacked.bytes, budget, inner))
      return { kind: 'stream', type, unpacked };
  }
  return undefined;
}

/** A zlib stream is told by its checksum; a bare one only by what it holds. */
function isTold(bytes: Buffer, budget: Budget, inner: number): boolean {
  if (bytes.length < LEAST) return false;
  if (plainContent(bytes, budget)) return true;
  return inner > 0 && streamContent(bytes, budget, inner - 1) !== undefined;
}

/** Whether bytes start as a stream does: with a zlib header, a last and compressed block, or a stored block's two lengths. */
export function isLikelyStream(bytes: Buffer): boolean {
  const start = (bytes[0] ?? 0) & 0x07;
  if (start === 0x03 || start === 0x05 || mayBe(bytes, 'zlib')) return true;
  return start < 2 && bytes.length > 5 && (bytes.readUInt16LE(1) ^ bytes.readUInt16LE(3)) === 0xffff;
}

function mayBe(bytes: Buffer, type: 'zlib' | 'deflate'): boolean {
  if (bytes.length < 8) return false;
  if (type === 'zlib') return (bytes.readUInt8(0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
  return (bytes.readUInt8(0) & 0x06) !== 0x06;
}
