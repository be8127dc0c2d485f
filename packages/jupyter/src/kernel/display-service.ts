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
  readonly #shown = new Set<string>();

  /** @param runner knows the cell that the calling code belongs to. */
  constructor(runner: CellRunner, outputs: Outputs, library: ChartLibrary) {
    this.#library = library;
    this.#runner = runner;
    this.#outputs = outputs;
  }

  display(data: MimeBundle, id?: string): void {
    this.#library.bringFor(data, this.#runner.owner());
    const again = id !== undefined && this.#shown.has(id);
    if (id !== undefined) this.#shown.add(id);
    const content = { data, metadata: {}, transient: id === undefined ? {} : { display_id: id } };
    this.#outputs.publish(
      again ? 'update_display_data' : 'display_data',
      content,
      this.#runner.owner()?.request,
    );
  }

  signal(): AbortSignal | undefined {
    return this.#runner.owner()?.controller.signal;
  }
}
