import { isTarHeader } from './unpack/read-tar';

/** A kind of file that its first bytes tell. */
export type FileType =
  | 'exe'
  | 'dll'
  | 'sys'
  | 'zip'
  | 'gz'
  | 'zlib'
  | 'deflate'
  | 'tar'
  | '7z'
  | 'rar'
  | 'bz2'
  | 'xz'
  | 'cab'
  | 'wim'
  | 'ole'
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'elf'
  | 'mach-o'
  | 'class'
  | 'lnk'
  | 'evtx'
  | 'registry hive'
  | 'sqlite'
  | 'der';

const SIGNATURES: readonly (readonly [string, FileType])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['1f8b08', 'gz'],
  ['377abcaf271c', '7z'],
  ['526172211a07', 'rar'],
  ['fd377a585a00', 'xz'],
  ['4d534346', 'cab'],
  ['4d5357494d000000', 'wim'],
  ['d0cf11e0a1b11ae1', 'ole'],
  ['255044462d', 'pdf'],
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpeg'],
  ['474946383761', 'gif'],
  ['474946383961', 'gif'],
  ['7f454c46', 'elf'],
  ['feedface', 'mach-o'],
  ['feedfacf', 'mach-o'],
  ['cefaedfe', 'mach-o'],
  ['cffaedfe', 'mach-o'],
  ['cafebabe0000', 'class'],
  ['4c0000000114020000000000c0000000', 'lnk'],
  ['456c6646696c6500', 'evtx'],
  ['72656766', 'registry hive'],
  ['53514c69746520666f726d6174203300', 'sqlite'],
];
const FIRST_BYTES: ReadonlySet<number> = new Set(
  ['4d', '42', '30', ...SIGNATURES.map(([signature]) => signature.slice(0, 2))].map((hex) =>
    Number.parseInt(hex, 16),
  ),
);
const BZIP2_BLOCK = '314159265359';
const SHORTEST = 4;
const DLL = 0x2000;
const NATIVE = 1;

/**
 * The kind of file that bytes are, by signature (libmagic and the formats' own documents name them); nothing where none is
 * known. Windows programs are told apart by the PE header: `dll`, `sys` (native subsystem), else `exe`.
 */
export function fileType(bytes: Buffer): FileType | undefined {
  if (bytes.length >= SHORTEST && mayHaveSignature(bytes[0] ?? 0)) {
    const type = typeBySignature(bytes);
    if (type) return type;
  }
  return isTarHeader(bytes) ? 'tar' : undefined;
}

/** Whether a known signature starts with a byte. */
export const mayHaveSignature = (first: number): boolean => FIRST_BYTES.has(first);

function typeBySignature(bytes: Buffer): FileType | undefined {
  const head = bytes.toString('hex', 0, 16);
  const found = SIGNATURES.find(([signature]) => head.startsWith(signature));
  if (found) return found[1];
  if (head.startsWith('4d5a')) return programType(bytes);
  if (head.startsWith('425a68') && head.startsWith(BZIP2_BLOCK, 8)) return 'bz2';
  return head.startsWith('3082') && bytes.length === bytes.readUInt16BE(2) + 4 ? 'der' : undefined;
}

function programType(bytes: Buffer): FileType | undefined {
  if (bytes.length < 0x40) return undefined;
  const header = bytes.readUInt32LE(0x3c);
  if (header + 0x60 > bytes.length) return header < 0x10000 ? 'exe' : undefined;
  if (bytes.toString('latin1', header, header + 4) !== 'PE\0\0') return 'exe';
  if ((bytes.readUInt16LE(header + 22) & DLL) !== 0) return 'dll';
  return bytes.readUInt16LE(header + 0x5c) === NATIVE ? 'sys' : 'exe';
}
