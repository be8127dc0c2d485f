import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { CasebookError } from '@casebook/core';
import { listArchive } from './archive';
import { fileFormat, isArchive } from './file-format';
import type { Listing, SkippedFile, SourceFile, TextFile } from './source-file';
import { CONFIGURATION_FILES } from './configuration';

const MAX_FILES = 100_000;
const MAX_DEPTH = 32;

interface Found {
  /** The real path of the cache, which may lie in the folder and holds no logs. */
  readonly cache?: string;
  readonly files: SourceFile[];
  readonly skipped: SkippedFile[];
  readonly functions: TextFile[];
  readonly watchlists: TextFile[];
}

const identityOf = (path: string, size: bigint, changed: bigint, member = ''): string =>
  JSON.stringify([path, member, String(size), String(changed)]);

/** Whether a member, or a folder of it, is one that systems hide: of a name with a dot first, or the notes macOS packs along. */
const isHidden = (member: string): boolean =>
  member.split('/').some((part) => part === '__MACOSX' || /^\.+[^.]/.test(part));

const listMembers = async (path: string, name: string, found: Found): Promise<void> => {
  const { size, mtimeNs } = await stat(path, { bigint: true });
  const { entries, unreadable } = await listArchive(path);
  found.skipped.push(
    ...unreadable.map((member) => ({ name: `${name}/${member.name}`, reason: member.reason })),
  );
  for (const entry of entries) {
    const kind = fileFormat(entry.name);
    const member = `${name}/${entry.name}`;
    if (isHidden(entry.name)) found.skipped.push({ name: member, reason: 'hidden' });
    else if (!kind) found.skipped.push({ name: member, reason: 'not Parquet, CSV, NDJSON or JSON' });
    else
      found.files.push({
        name: member,
        path,
        entry,
        ...kind,
        identity: identityOf(path, size, mtimeNs, entry.name),
      });
  }
};

/** What a file is that holds no logs. */
const besideLogs = (name: string): 'functions' | 'watchlists' | undefined => {
  if (/^watchlists\/.*\.(csv|tsv)(\.gz)?$/i.test(name)) return 'watchlists';
  if (/\.(kql|csl|kusto|ya?ml)$/i.test(name) || /^functions\/.*\.txt$/i.test(name)) return 'functions';
  return undefined;
};

const listFile = async (path: string, name: string, found: Found): Promise<void> => {
  if (CONFIGURATION_FILES.includes(name)) return;
  const beside = besideLogs(name);
  if (beside) {
    found[beside].push({ name, path });
    return;
  }
  const kind = fileFormat(name);
  if (kind) {
    const { size, mtimeNs } = await stat(path, { bigint: true });
    found.files.push({ name, path, ...kind, identity: identityOf(path, size, mtimeNs) });
    return;
  }
  if (!isArchive(name)) {
    found.skipped.push({ name, reason: 'not Parquet, CSV, NDJSON, JSON or zip' });
    return;
  }
  try {
    await listMembers(path, name, found);
  } catch (error) {
    found.skipped.push({ name, reason: error instanceof Error ? error.message : 'unreadable archive' });
  }
};

const inside = (root: string, path: string): boolean => path === root || path.startsWith(root + sep);

interface Entry {
  readonly shown: string;
  readonly real: string;
  readonly name: string;
}

const listEntry = async (
  root: string,
  { shown, real, name }: Entry,
  depth: number,
  found: Found,
): Promise<void> => {
  const what = await stat(real);
  if (what.isFile()) await listFile(real, name, found);
  else if (!what.isDirectory())
    found.skipped.push({ name, reason: 'neither a file nor a folder, but a pipe or a device' });
  else if (depth >= MAX_DEPTH) found.skipped.push({ name, reason: `deeper than ${MAX_DEPTH} folders` });
  else await listFolder(root, shown, depth + 1, found);
};

const listFolder = async (root: string, folder: string, depth: number, found: Found): Promise<void> => {
  const names = (await readdir(folder)).sort();
  for (const entry of names) {
    const shown = join(folder, entry);
    const name = relative(root, shown).split(sep).join('/');
    const real = await realpath(shown).catch(() => undefined);
    if (entry.startsWith('.')) found.skipped.push({ name, reason: 'hidden' });
    else if (real === found.cache) found.skipped.push({ name, reason: 'the cache of converted files' });
    else if (!real) found.skipped.push({ name, reason: 'a link that leads nowhere' });
    else if (!inside(root, real)) found.skipped.push({ name, reason: 'a link that leaves the folder' });
    else if (real !== shown && inside(real, folder))
      found.skipped.push({ name, reason: 'a link to a folder above it' });
    else await listEntry(root, { shown, real, name }, depth, found);
    if (found.files.length + found.skipped.length > MAX_FILES)
      throw new CasebookError('InvalidSource', `too many files: ${root}`, {
        help: `A workspace holds at most ${MAX_FILES} files; name a folder that holds only the logs.`,
      });
  }
};

/** Lists the files of a folder, without hidden ones and a cache in it, the members of an archive, or the one file that the path names. */
export const listSource = async (path: string, cache?: string): Promise<Listing> => {
  const found: Found = {
    files: [],
    skipped: [],
    functions: [],
    watchlists: [],
    ...(cache === undefined ? {} : { cache }),
  };
  if ((await stat(path)).isDirectory()) await listFolder(path, path, 0, found);
  else if (isArchive(path)) await listMembers(path, basename(path), found);
  else await listFile(path, basename(path), found);
  return found;
};
