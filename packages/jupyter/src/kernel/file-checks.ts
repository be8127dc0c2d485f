import { statSync } from 'node:fs';

type OnChange = (file: string, kind: number) => void;

interface Checked {
  readonly file: string;
  readonly onChange: OnChange;
  time: number;
}

/** TypeScript's number for a changed file. */
const CHANGED = 1;
const FIXED = /[\\/]node_modules[\\/]|\.d\.[cm]?ts$/;

const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Notices changes of a project's own files when asked, before a cell is compiled, instead of watching them. */
export class FileChecks {
  readonly #checked = new Set<Checked>();

  /** Takes a file in, in place of TypeScript's `watchFile`; installed packages and declarations are taken for unchanging. */
  watch(file: string, onChange: OnChange): { close(): void } {
    if (FIXED.test(file)) return { close: () => undefined };
    const checked = { file, onChange, time: timeOf(file) };
    this.#checked.add(checked);
    return { close: () => void this.#checked.delete(checked) };
  }

  /** Tells of the files that have changed since they were last looked at. */
  look(): void {
    for (const checked of [...this.#checked]) {
      const time = timeOf(checked.file);
      if (time === checked.time) continue;
      checked.time = time;
      checked.onChange(checked.file, CHANGED);
    }
  }
}
