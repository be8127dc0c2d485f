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
  readonly lastWriteDisplayData:
    ((content: { data: MimeBundle; metadata: object; transient: object }, update: boolean) => void) | null;
  [HAS_LIBRARY]?: boolean;
}

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
  write({ data: bundle, metadata: {}, transient: id === undefined ? {} : { display_id: id } }, false);
};

/**
 * Shows a frame, a result, a section, a chart, a workspace report, an entity or any other value in the running cell: on
 * Casebook's kernel and on stock tslab as a rich output, elsewhere as plain text on the standard output.
 */
export const show = (value: unknown, { id }: ShowOptions = {}): void => display(render(value), id);
