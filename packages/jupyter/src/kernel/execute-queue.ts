import { CellContext } from './cell-context';
import type { CellRunner, ExecuteReply } from './cell-runner';
import type { Outputs } from './outputs';
import type { WireMessage } from './wire-message';

type Reply = (content: ExecuteReply) => void;

interface Waiting {
  readonly request: WireMessage;
  readonly reply: Reply;
}

/** After a failed cell, requests that arrive within this time were sent before the failure was known; in milliseconds. */
const ABORT_WINDOW = 40;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Cells in the order of their requests; one that fails aborts those that wait, unless it says otherwise. */
export class ExecuteQueue {
  readonly #runner: CellRunner;
  readonly #outputs: Outputs;
  readonly #waiting: Waiting[] = [];
  #busy = false;

  /** @param runner runs one cell. */
  constructor(runner: CellRunner, outputs: Outputs) {
    this.#runner = runner;
    this.#outputs = outputs;
  }

  /** Takes a request in; `reply` is called once, when it was run or aborted. */
  add(request: WireMessage, reply: Reply): void {
    this.#waiting.push({ request, reply });
    if (!this.#busy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await this.#run(next);
    this.#busy = false;
  }

  async #run({ request, reply }: Waiting): Promise<void> {
    this.#outputs.status('busy', request);
    const answer = await this.#runner.run(new CellContext(request));
    const aborts = answer.status === 'error' && request.content['stop_on_error'] !== false;
    if (aborts) await pause(ABORT_WINDOW);
    const aborted = aborts ? this.#waiting.splice(0) : [];
    reply(answer);
    this.#outputs.status('idle', request);
    for (const each of aborted) {
      this.#outputs.status('busy', each.request);
      each.reply({ status: 'aborted' });
      this.#outputs.status('idle', each.request);
    }
  }
}
