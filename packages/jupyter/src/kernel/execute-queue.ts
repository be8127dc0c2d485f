import { CellContext } from './cell-context';
import type { CellRunner, ExecuteReply } from './cell-runner';
import type { Outputs } from './outputs';
import type { WireMessage } from './wire-message';

type Reply = (content: ExecuteReply) => void;

interface Waiting {
  readonly request: WireMessage;
  readonly reply: Reply;
}

/** Cells in the order of their requests; one that fails aborts those that wait, unless it says otherwise. */
export class ExecuteQueue {
  readonly #runner: CellRunner;
  readonly #outputs: Outputs;
  readonly #arrived: () => Promise<void>;
  readonly #waiting: Waiting[] = [];
  #busy = false;

  /** @param arrived settles once all requests that were sent before are taken in. */
  constructor(runner: CellRunner, outputs: Outputs, arrived: () => Promise<void>) {
    this.#runner = runner;
    this.#outputs = outputs;
    this.#arrived = arrived;
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
    const cell = new CellContext(request);
    const answer = await this.#runner.run(cell);
    const aborts = answer.status === 'error' && !cell.allowsErrors;
    if (aborts) await this.#arrived();
    const aborted = aborts ? this.#waiting.splice(0) : [];
    reply(answer);
    this.#outputs.status('idle', request);
    for (const each of aborted) {
      this.#outputs.status('busy', each.request);
      each.reply({ status: 'aborted', execution_count: answer['execution_count'] });
      this.#outputs.status('idle', each.request);
    }
  }
}
