import { AsyncLocalStorage } from 'node:async_hooks';
import { render } from '@casebook/vis';
import type { CellContext } from './cell-context';
import type { CellEngine, CellOutcome } from './cell-engine';
import type { ChartLibrary } from './chart-library';
import { describeDiagnostics, describeError, type Failure } from './describe-failure';
import type { Outputs } from './outputs';

/** The content of an `execute_reply`. */
export type ExecuteReply = Readonly<Record<string, unknown>> & {
  readonly status: 'ok' | 'error' | 'aborted';
};

const oneTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Runs one cell after the other and publishes what comes of them. */
export class CellRunner {
  /** The cell that runs, or ran last: what cannot be told apart belongs to it. */
  current: CellContext | undefined;
  /** The cells that ran, in order: what `history_request` answers. */
  readonly history: string[] = [];
  readonly #engine: CellEngine;
  readonly #outputs: Outputs;
  readonly #library: ChartLibrary;
  readonly #cells = new AsyncLocalStorage<CellContext>();
  #count = 0;

  /** @param library what charts need beside them. */
  constructor(engine: CellEngine, outputs: Outputs, library: ChartLibrary) {
    this.#engine = engine;
    this.#outputs = outputs;
    this.#library = library;
  }

  /** The cell that the running code belongs to. */
  owner(): CellContext | undefined {
    return this.#cells.getStore() ?? this.current;
  }

  /** Runs a cell; never rejects. */
  async run(context: CellContext): Promise<ExecuteReply> {
    const { request } = context;
    const code = String(request.content['code'] ?? '');
    const silent = request.content['silent'] === true;
    this.current = context;
    if (!silent) {
      this.#count += 1;
      this.history.push(code);
      this.#outputs.publish('execute_input', { code, execution_count: this.#count }, request);
    }
    const outcome = await this.#cells.run(context, () => this.#engine.execute(code));
    await oneTurn();
    context.running = false;
    const failure = this.#failureOf(outcome, code, context);
    return failure ? this.#fail(failure, context) : this.#succeed(outcome, silent, context);
  }

  /** Reports an error that nobody awaited: it fails its cell while that runs, else it is shown in it. */
  stray(error: unknown): void {
    const context = this.owner();
    if (context?.running) {
      context.strayErrors.push(error);
      this.#engine.interrupt();
    } else this.#outputs.publish('error', describeError(error), context?.request);
  }

  #failureOf(outcome: CellOutcome, code: string, { strayErrors }: CellContext): Failure | undefined {
    if (outcome.status === 'mistaken') return describeDiagnostics(outcome.diagnostics, code);
    const thrown = outcome.status === 'failed' ? describeError(outcome.error) : undefined;
    if (strayErrors.length === 0 || (thrown && thrown.ename !== 'Interrupted')) return thrown;
    const failure = describeError(strayErrors[0]);
    return {
      ...failure,
      traceback: [...failure.traceback, 'Nobody awaited this: put `await` before the call.'],
    };
  }

  #fail(failure: Failure, { request }: CellContext): ExecuteReply {
    this.#outputs.publish('error', failure, request);
    return { status: 'error', execution_count: this.#count, ...failure };
  }

  #succeed(outcome: CellOutcome, silent: boolean, context: CellContext): ExecuteReply {
    try {
      if (outcome.status === 'ok' && outcome.hasValue && !silent) {
        const data = render(outcome.value);
        const content = { execution_count: this.#count, data, metadata: {} };
        this.#library.bringFor(data, context);
        this.#outputs.publish('execute_result', content, context.request);
      }
    } catch (error) {
      return this.#fail(describeError(error), context);
    }
    return { status: 'ok', execution_count: this.#count, user_expressions: {}, payload: [] };
  }
}
