import { CasebookError } from '@casebook/core';
import { PLOTLY_TYPE, render, type MimeBundle } from '@casebook/vis';
import { displayPort } from './display-port';
import { libraryBundle } from './library-bundle';

/** How to show something. */
export interface ShowOptions {
  /** Showing something else under the same id replaces it. */
  readonly id?: string;
}

/** Marks a running stock tslab that has shown the library which draws charts. */
const HAS_LIBRARY = Symbol.for('casebook.library');

/** The part of a running stock tslab that takes outputs; its shape is tslab's. */
interface TslabJupyter {
  readonly lastWriteDisplayData: TslabWrite | null;
  [HAS_LIBRARY]?: boolean;
}

/** tslab makes one such function for each cell, which therefore remembers what the cell has shown. */
interface TslabWrite {
  (content: { data: MimeBundle; metadata: object; transient: object }, update: boolean): void;
  [SHOWN]?: Set<string>;
}

const SHOWN = Symbol.for('casebook.shown');

const runningTslab = (): TslabJupyter | undefined => {
  const file = Object.keys(require.cache).find((name) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(name));
  return file === undefined ? undefined : (require.cache[file]?.exports as TslabJupyter);
};

const display = (bundle: MimeBundle, id?: string): void => {
  const port = displayPort();
  if (port) return port.display(bundle, id);
  const tslab = runningTslab();
  const write = tslab?.lastWriteDisplayData;
  if (!tslab || !write) return void process.stdout.write(`${bundle['text/plain']}\n`);
  if (PLOTLY_TYPE in bundle && !tslab[HAS_LIBRARY]) {
    write({ data: libraryBundle(), metadata: {}, transient: {} }, false);
    tslab[HAS_LIBRARY] = true;
  }
  const shown = (write[SHOWN] ??= new Set());
  const isUpdate = id !== undefined && shown.has(id);
  if (id !== undefined) shown.add(id);
  write({ data: bundle, metadata: {}, transient: id === undefined ? {} : { display_id: id } }, isUpdate);
};

const isPromise = (value: unknown): boolean =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';

/**
 * Shows a frame, a result, a section, a chart, a workspace report, an entity or any other value in the running cell: on
 * Casebook's kernel and on stock tslab as a rich output, elsewhere as plain text on the standard output. A promise is an
 * `InvalidValue` error: it has nothing to show yet.
 */
export const show = (value: unknown, { id }: ShowOptions = {}): void => {
  if (isPromise(value)) {
    throw new CasebookError('InvalidValue', 'pending value: a promise', { help: 'Write show(await …).' });
  }
  display(render(value), id);
};
