import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Changes whenever the same file would be converted into other rows; part of every key. */
export const CONVERTER_VERSION = 2;

/** A key for whatever the parts say; equal parts give equal keys. */
export const cacheKey = (...parts: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify([CONVERTER_VERSION, ...parts]))
    .digest('hex')
    .slice(0, 40);

/** A folder of finished files by key: written aside and renamed, so that processes that meet in it see whole files only. */
export class CacheStore {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Opens a folder, which is made if needed and readable by its owner only. */
  static async open(folder: string): Promise<CacheStore> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return new CacheStore(folder);
  }

  /** Where a finished file with a key and an extension lies, or would lie. */
  path(key: string, extension: string): string {
    return join(this.folder, `${key}.${extension}`);
  }

  /** A fresh path aside. */
  aside(): string {
    return join(this.folder, `aside-${randomUUID()}`);
  }

  /** Makes a file that was written aside the finished one. */
  async finish(aside: string, key: string, extension: string): Promise<string> {
    const path = this.path(key, extension);
    await rename(aside, path);
    return path;
  }

  /** Removes a file that was written aside and is not wanted. */
  async discard(aside: string): Promise<void> {
    await rm(aside, { force: true });
  }

  /** A finished JSON value; nothing where there is none or where it is damaged. */
  async readJson<T>(key: string): Promise<T | undefined> {
    try {
      return JSON.parse(await readFile(this.path(key, 'json'), 'utf8')) as T;
    } catch {
      return undefined;
    }
  }

  /** Finishes a JSON value. */
  async writeJson(key: string, value: unknown): Promise<void> {
    const aside = this.aside();
    await writeFile(aside, JSON.stringify(value), { mode: 0o600 });
    await this.finish(aside, key, 'json');
  }
}
