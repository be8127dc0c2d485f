/** How a path is written. */
export type PathKind = 'windows' | 'unc' | 'linux' | 'relative';

/** The parts of a path. */
export interface PathParts {
  readonly kind: PathKind;
  /** `C:\`, `C:` (relative to the drive's folder), `\\server\share\`, `/` or, of a relative path, nothing. */
  readonly root: string;
  /** The folders below the root, outermost first, as they stand. */
  readonly folders: readonly string[];
  /** The last part; nothing where the path ends with a separator. */
  readonly file: string;
  /** What follows the last dot of the file, in small letters and without the dot; nothing for `.bashrc`. */
  readonly extension: string;
}

const ROOTS: readonly (readonly [PathKind, RegExp])[] = [
  ['windows', /^(?:\\\\[?.]\\)?[A-Za-z]:[\\/]?/],
  ['unc', /^(?:\\\\[?.]\\UNC\\|\\\\)[^\\/]{1,255}(?:[\\/][^\\/]{0,255}[\\/]?)?/i],
  ['windows', /^\\(?!\\)/],
  ['linux', /^\/{1,255}/],
];

/**
 * Parses a path by how it is written: with a drive (also `\\?\C:\`), of a share (also `\\?\UNC\`), of Linux, or relative.
 * Backslash and slash part the folders of Windows, where a relative path with a backslash belongs; of others only the slash does. Quotes around
 * the path are left out; `.` and `..` stay as they stand. No errors: any text is a path. Linear.
 * Source: Microsoft, "File path formats on Windows systems"; POSIX.1-2017, 3.271 "Pathname".
 */
export function parsePath(path: string): PathParts {
  const bare = /^"([^"]{0,32767})"$/.exec(path)?.[1] ?? path;
  const [kind, pattern] = ROOTS.find(([, one]) => one.test(bare)) ?? (['relative', undefined] as const);
  const root = pattern?.exec(bare)?.[0] ?? '';
  const parts = bare.slice(root.length).split(kind === 'linux' ? '/' : separators(kind, bare));
  const file = parts.pop() ?? '';
  return { kind, root, folders: parts.filter((part) => part !== ''), file, extension: extensionOf(file) };
}

const separators = (kind: PathKind, path: string): RegExp =>
  kind === 'relative' && !path.includes('\\') ? /\// : /[\\/]/;

function extensionOf(file: string): string {
  const dot = file.lastIndexOf('.');
  return dot <= 0 ? '' : file.slice(dot + 1).toLowerCase();
}
