/** The text of a file that people wrote: UTF-16 where it begins with that mark, as PowerShell writes it, else UTF-8; the mark is left out. */
export const decodeText = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
};
