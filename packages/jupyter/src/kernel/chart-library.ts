import { PLOTLY_TYPE, type MimeBundle } from '@casebook/vis';
import { libraryBundle } from '../library-bundle';
import type { CellContext } from './cell-context';
import type { Outputs } from './outputs';

/** Brings the library that draws charts into a notebook: once, and again when the cell that holds it is run again. */
export class ChartLibrary {
  readonly #outputs: Outputs;
  #holder: CellContext | undefined;

  /** @param outputs takes the library, as an output of the cell of the first chart. */
  constructor(outputs: Outputs) {
    this.#outputs = outputs;
  }

  /** Publishes the library before a chart, if the notebook does not hold it. */
  bringFor(bundle: MimeBundle, cell: CellContext | undefined): void {
    if (!(PLOTLY_TYPE in bundle) || !cell || !this.#isMissing(cell)) return;
    this.#holder = cell;
    this.#outputs.publish(
      'display_data',
      { data: libraryBundle(), metadata: {}, transient: {} },
      cell.request,
    );
  }

  #isMissing(cell: CellContext): boolean {
    if (!this.#holder) return true;
    return this.#holder !== cell && cell.cellId !== undefined && this.#holder.cellId === cell.cellId;
  }
}
