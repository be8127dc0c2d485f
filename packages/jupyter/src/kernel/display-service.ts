import type { MimeBundle } from '@casebook/vis';
import type { DisplayPort } from '../display-port';
import type { ChartLibrary } from './chart-library';
import type { CellRunner } from './cell-runner';
import type { Outputs } from './outputs';

/** Shows bundles in the cell that the calling code belongs to. */
export class DisplayService implements DisplayPort {
  readonly #runner: CellRunner;
  readonly #outputs: Outputs;
  readonly #library: ChartLibrary;

  /** @param runner knows the cell that the calling code belongs to. */
  constructor(runner: CellRunner, outputs: Outputs, library: ChartLibrary) {
    this.#runner = runner;
    this.#outputs = outputs;
    this.#library = library;
  }

  display(data: MimeBundle, id?: string): void {
    const owner = this.#runner.owner();
    this.#library.bringFor(data, owner);
    const isUpdate = id !== undefined && owner?.shown.has(id) === true;
    if (id !== undefined) owner?.shown.add(id);
    const content = { data, metadata: {}, transient: id === undefined ? {} : { display_id: id } };
    this.#outputs.publish(isUpdate ? 'update_display_data' : 'display_data', content, owner?.request);
  }

  signal(): AbortSignal | undefined {
    return this.#runner.owner()?.controller.signal;
  }
}
