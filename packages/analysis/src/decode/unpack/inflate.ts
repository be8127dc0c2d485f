import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Budget } from '../budget';
import type { Unpacked } from './unpacked';

/** The wrappers that deflate comes in: gzip (RFC 1952), zlib (RFC 1950), none (RFC 1951). */
export type DeflateFormat = 'gz' | 'zlib' | 'deflate';

/** Unpacks one deflate stream within the budget; never holds more than the budget's room. */
export function inflate(packed: Buffer, format: DeflateFormat, budget: Budget): Unpacked {
  const room = budget.room(packed.length);
  if (room.bytes === 0) return { limit: room.limit };
  try {
    const bytes = inflated(packed, format, room.bytes);
    if (!bytes) return { fault: 'damaged' };
    budget.spend(bytes.length);
    return { bytes };
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') {
      budget.spend(room.bytes);
      return { limit: room.limit };
    }
    budget.spendOnDamage(packed.length, room.bytes);
    return { fault: 'damaged' };
  }
}

/** A bare stream must end where its bytes do: nothing else tells it from chance. */
function inflated(packed: Buffer, format: DeflateFormat, maxOutputLength: number): Buffer | undefined {
  if (format === 'gz') return gunzipSync(packed, { maxOutputLength });
  if (format === 'zlib') return inflateSync(packed, { maxOutputLength });
  const { buffer, engine } = inflateRawSync(packed, { maxOutputLength, info: true }) as unknown as {
    buffer: Buffer;
    engine: { bytesWritten: number };
  };
  return engine.bytesWritten === packed.length ? buffer : undefined;
}
