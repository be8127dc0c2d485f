import type { Executor } from 'tslab/dist/executor';
import { awaitPrefix } from './await-prefix';
import { expandShorthand } from './expand-shorthand';
import type { CellDiagnostic, CellEngine, CellOutcome, Completion } from './cell-engine';
import { prepareTypeScript } from './typescript-host';

/** What tslab says while a cell runs: it logs the last value, and errors or diagnostics. */
class Ear {
  value: { readonly value: unknown } | undefined;
  failure: { readonly error: unknown } | undefined;
  readonly diagnostics: CellDiagnostic[] = [];

  log(value: unknown): void {
    this.value = { value };
  }

  error(...said: unknown[]): void {
    if (said.length < 5) this.failure = { error: said[0] };
    else {
      const [, file, line, column, message] = said;
      const name = String(file).trim();
      const at = { line: Number(line), column: Number(column), message: String(message) };
      this.diagnostics.push(name === '' ? at : { file: name, ...at });
    }
  }
}

/** Runs cells with tslab's compiler and executor, unmodified. */
export class TslabEngine implements CellEngine {
  readonly #executor: Executor;
  readonly #isComplete: (code: string) => { completed: boolean; indent?: string };
  readonly #printInfo: (info: ReturnType<Executor['inspect']>) => string;
  #ear = new Ear();

  private constructor(
    create: (ear: { log(value: unknown): void; error(...said: unknown[]): void }) => Executor,
    isComplete: (code: string) => { completed: boolean; indent?: string },
    printInfo: (info: ReturnType<Executor['inspect']>) => string,
  ) {
    this.#executor = create({
      log: (value) => this.#ear.log(value),
      error: (...said) => this.#ear.error(...said),
    });
    this.#isComplete = isComplete;
    this.#printInfo = printInfo;
  }

  /** Loads tslab and its compiler, for notebooks in the given folder. */
  static async load(folder: string): Promise<TslabEngine> {
    prepareTypeScript();
    const { createConverter, isCompleteCode } = await import('tslab/dist/converter');
    const { createExecutor } = await import('tslab/dist/executor');
    const { printQuickInfo } = await import('tslab/dist/inspect');
    const node = createConverter({ isJS: false, isBrowser: false });
    const converters = { node, browser: node, close: () => node.close() };
    return new TslabEngine(
      (ear) => createExecutor(folder, converters, ear),
      (code) => isCompleteCode(code),
      (info) => printQuickInfo(info),
    );
  }

  async execute(code: string): Promise<CellOutcome> {
    const ear = (this.#ear = new Ear());
    const expanded = expandShorthand(code);
    const prefix = awaitPrefix(expanded.code);
    try {
      const done = await this.#executor.execute(prefix + expanded.code);
      if (done) return { status: 'ok', value: ear.value?.value, hasValue: ear.value !== undefined };
    } catch (error) {
      return { status: 'failed', error };
    }
    if (ear.diagnostics.length === 0) return { status: 'failed', error: ear.failure?.error };
    const shift = (found: CellDiagnostic): CellDiagnostic => {
      if (found.file !== undefined) return found;
      const column = found.line === 1 ? Math.max(1, found.column - prefix.length) : found.column;
      return { ...found, column: expanded.column(found.line, column) };
    };
    return { status: 'mistaken', diagnostics: ear.diagnostics.map(shift) };
  }

  interrupt(): void {
    this.#executor.interrupt();
  }

  complete(code: string, cursor: number): Completion {
    const { start, end, candidates } = this.#executor.complete(code, cursor);
    return { start, end, names: candidates };
  }

  inspect(code: string, cursor: number): string | undefined {
    const info = this.#executor.inspect(code, cursor);
    return info ? this.#printInfo(info) : undefined;
  }

  isComplete(code: string): { complete: boolean; indent?: string } {
    const { completed, indent } = this.#isComplete(code);
    return indent === undefined ? { complete: completed } : { complete: completed, indent };
  }

  close(): void {
    this.#executor.close();
  }
}
