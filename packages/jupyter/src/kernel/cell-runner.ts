import { AsyncLocalStorage } from 'node:async_hooks';
import { render } from '@casebook/vis';
import type { CellContext } from './cell-context';
import type { CellEngine, CellOutcome } from './cell-engine';
import type { ChartLibrary } from './chart-library';
import { describeDiagnostics } from './describe-diagnostics';
import { describeError } from './describe-error';
import type { Failure } from './failure';
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
  /** The cells that ran and are to be remembered, in order: what `history_request` answers. */
  readonly history: string[] = [];
  readonly #engine: CellEngine;
  readonly #outputs: Outputs;
  readonly #library: ChartLibrary;
  readonly #cells = new AsyncLocalStorage<CellContext>();

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
    const { code, isSilent, isRemembered, request } = context;
    this.current = context;
    if (isRemembered) this.history.push(code);
    const count = this.history.length;
    if (!isSilent) this.#outputs.publish('execute_input', { code, execution_count: count }, request);
    const outcome = await this.#cells.run(context, () => this.#engine.execute(code, count));
    await oneTurn();
    context.isRunning = false;
    const failure = this.#failureOf(outcome, context);
    return failure ? this.#fail(failure, context) : this.#succeed(outcome, context);
  }

  /** Stops waiting for the running cell and tells what it started. */
  interrupt(): void {
    if (!this.current?.isRunning) return;
    this.current.controller.abort();
    this.#engine.interrupt();
  }

  /**
   * Reports an error that nobody awaited: the cell that runs fails by it, at once; while none runs, or where it comes from
   * another cell, it is shown in its own.
   */
  stray(error: unknown): void {
    const owner = this.owner();
    const running = this.current?.isRunning ? this.current : undefined;
    if (running) {
      running.strays.push({ error, cell: owner === running ? undefined : owner });
      this.#engine.interrupt();
    }
    if (owner !== running) this.#outputs.publish('error', this.#describe(error), owner?.request);
  }

  #describe(error: unknown): Failure {
    return describeError(error, (...place) => this.#engine.locate(...place));
  }

  #failureOf(outcome: CellOutcome, { code, strays }: CellContext): Failure | undefined {
    const [stray] = strays;
    if (outcome.status === 'mistaken') return describeDiagnostics(outcome.diagnostics, code);
    if (stray) {
      const failure = this.#describe(stray.error);
      const hint = `Nobody awaited this${stray.cell ? ' in an earlier cell' : ''}: put \`await\` before the call.`;
      return { ...failure, traceback: [...failure.traceback, hint] };
    }
    return outcome.status === 'failed' ? this.#describe(outcome.error) : undefined;
  }

  #fail(failure: Failure, { request }: CellContext): ExecuteReply {
    this.#outputs.publish('error', failure, request);
    return { status: 'error', execution_count: this.history.length, ...failure };
  }

  #succeed(outcome: CellOutcome, context: CellContext): ExecuteReply {
    const count = this.history.length;
    try {
      if (outcome.status === 'ok' && outcome.hasValue && !context.isSilent) {
        const data = render(outcome.value);
        const content = { execution_count: count, data, metadata: {} };
        this.#library.bringFor(data, context);
        this.#outputs.publish('execute_result', content, context.request);
      }
    } catch (error) {
      return this.#fail(this.#describe(error), context);
    }
    return { status: 'ok', execution_count: count, user_expressions: {}, payload: [] };
  }
}
