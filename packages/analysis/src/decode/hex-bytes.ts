/** Bytes as pairs of hexadecimal digits apart by spaces. */
export const hexBytes = (bytes: Buffer): string => bytes.toString('hex').replace(/..(?!$)/g, '$& ');
