import { CasebookError } from '@casebook/core';
import { PLOTLY_TYPE, render, type MimeBundle } from '@casebook/vis';
import { displayPort } from './display-port';
import { libraryBundle } from './library-bundle';
import { runningTslab, type TslabJupyter, type TslabWrite } from './running-tslab';

/** How to show something. */
export interface ShowOptions {
  /** Showing something else under the same id replaces it. */
  readonly id?: string;
}

/** Marks a running stock tslab that has shown the library which draws charts. */
const HAS_LIBRARY = Symbol.for('casebook.library');

/** A running stock tslab with what is remembered of it. */
interface Remembering extends TslabJupyter {
  [HAS_LIBRARY]?: boolean;
}

/** Marks the function of a cell, which therefore remembers what the cell has shown. */
const SHOWN = Symbol.for('casebook.shown');

const display = (bundle: MimeBundle, id?: string): void => {
  const port = displayPort();
  if (port) return port.display(bundle, id);
  const tslab: Remembering | undefined = runningTslab();
  const write: (TslabWrite & { [SHOWN]?: Set<string> }) | null | undefined = tslab?.lastWriteDisplayData;
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
