import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../source/source-file';
import { cacheKey } from './cache-store';
import { cleanCsv, type CleanCsv } from './clean-csv';
import { asUtf8, unpack, type PreparedFile } from './prepare-text';
import { jsonLayout, splitJson } from './split-json';

/** A file unpacked; `replaced` tells that bytes which are no text were replaced. */
interface Text {
  readonly path: string;
  readonly replaced: boolean;
}

/** Prepares source files for the engine, each once, in a private folder; `forget` removes what was written. */
export class TextSession {
  private readonly folder: string;
  private readonly written: string[] = [];
  private readonly done = new Map<string, Promise<unknown>>();

  /** @param folder where copies go, under names of our own. */
  constructor(folder: string) {
    this.folder = folder;
  }

  /** The file as it is, unpacked where it is packed. */
  raw(file: SourceFile): Promise<PreparedFile> {
    return this.once(`raw ${file.identity}`, async () => {
      const name = cacheKey('raw', file.identity);
      this.written.push(join(this.folder, name));
      return unpack(file, this.folder, name);
    });
  }

  /** A CSV file that splits everywhere. */
  csv(file: SourceFile): Promise<CleanCsv & { readonly replaced: boolean }> {
    return this.once(`csv ${file.identity}`, async () => {
      const { path, replaced } = await this.text(file);
      return { ...(await cleanCsv(path, this.fresh('csv', file))), replaced };
    });
  }

  /** JSON values, one a line. */
  json(file: SourceFile): Promise<Text> {
    return this.once(`json ${file.identity}`, async () => {
      const text = await this.text(file);
      if ((await jsonLayout(text.path)) === 'lines') return text;
      const copy = this.fresh('json', file);
      await splitJson(text.path, copy);
      return { path: copy, replaced: text.replaced };
    });
  }

  /** Removes all copies. */
  async forget(): Promise<void> {
    this.done.clear();
    await Promise.all(this.written.splice(0).map((path) => rm(path, { force: true })));
  }

  private text(file: SourceFile): Promise<Text> {
    return this.once(`text ${file.identity}`, async () => {
      const raw = await this.raw(file);
      const { file: clean, replaced } = await asUtf8(raw, this.fresh('text', file));
      return { path: clean.path, replaced };
    });
  }

  private fresh(step: string, file: SourceFile): string {
    const path = join(this.folder, cacheKey(step, file.identity));
    this.written.push(path);
    return path;
  }

  private once<T>(key: string, work: () => Promise<T>): Promise<T> {
    const found = this.done.get(key) as Promise<T> | undefined;
    const result = found ?? work();
    this.done.set(key, result);
    return result;
  }
}
