const SPACE = 0x20;

/** Bytes as pairs of hexadecimal digits apart by spaces. */
export function hexBytes(bytes: Buffer): string {
  if (bytes.length === 0) return '';
  const out = Buffer.alloc(bytes.length * 3, SPACE);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    out[at * 3] = digit(byte >> 4);
    out[at * 3 + 1] = digit(byte & 15);
  }
  return out.toString('latin1', 0, out.length - 1);
}

const digit = (value: number): number => (value < 10 ? 0x30 + value : 0x57 + value);
