import type { Executor } from 'tslab/dist/executor';
import type * as TypeScript from '@tslab/typescript-for-tslab';
import { isKqlCell, readKqlCell } from '../kql/kql-cell';
import { kqlCellCode, type KqlCellCode } from '../kql/kql-cell-code';
import { inText, kqlPlace } from '../kql/kql-place';
import { languageOf } from '../kql/language-of';
import { awaitPrefix } from './await-prefix';
import type { CellDiagnostic, CellEngine, CellOutcome, Completion } from './cell-engine';
import { FileChecks } from './file-checks';
import { expandShorthand } from './expand-shorthand';
import { CellMaps, type CellPlace } from './cell-maps';
import type { Installation } from './installation';
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

/** What the engine leans on. */
interface TslabParts {
  readonly ts: typeof TypeScript;
  readonly maps: CellMaps;
  readonly files: FileChecks;
  readonly prefixOf: (code: string) => string;
  readonly createExecutor: (ear: { log(value: unknown): void; error(...said: unknown[]): void }) => Executor;
  readonly isComplete: (code: string) => { completed: boolean; indent?: string };
  readonly printInfo: (info: ReturnType<Executor['inspect']>) => string;
}

/** A cell as TypeScript; one of KQL is written anew. */
const asTypeScript = (code: string): KqlCellCode => {
  const cell = readKqlCell(code);
  return cell ? kqlCellCode(cell) : { code, column: (_, column) => column };
};

/** Runs cells with tslab's compiler and executor, unmodified. */
export class TslabEngine implements CellEngine {
  readonly version: string;
  readonly #parts: TslabParts;
  readonly #executor: Executor;
  #ear = new Ear();

  private constructor(parts: TslabParts) {
    this.version = parts.ts.version;
    this.#parts = parts;
    this.#executor = parts.createExecutor({
      log: (value) => this.#ear.log(value),
      error: (...said) => this.#ear.error(...said),
    });
  }

  /** Loads tslab and its compiler, for notebooks in the given folder. */
  static async load(folder: string, installation: Installation): Promise<TslabEngine> {
    const maps = new CellMaps();
    const files = new FileChecks();
    const ts = prepareTypeScript(installation, maps, files);
    const { createConverter, isCompleteCode } = await import('tslab/dist/converter');
    const { createExecutor } = await import('tslab/dist/executor');
    const { printQuickInfo } = await import('tslab/dist/inspect');
    const node = createConverter({ isJS: false, isBrowser: false });
    const converters = { node, browser: node, close: () => node.close() };
    return new TslabEngine({
      ts,
      maps,
      files,
      prefixOf: (code) => awaitPrefix(ts, code),
      createExecutor: (ear) => createExecutor(folder, converters, ear),
      isComplete: (code) => isCompleteCode(code),
      printInfo: (info) => printQuickInfo(info),
    });
  }

  async execute(code: string, cell: number): Promise<CellOutcome> {
    const ear = (this.#ear = new Ear());
    this.#parts.files.look();
    let source: KqlCellCode;
    try {
      source = asTypeScript(code);
    } catch (error) {
      return { status: 'failed', error };
    }
    const expanded = expandShorthand(source.code);
    const prefix = this.#parts.prefixOf(source.code);
    const column = (line: number, at: number): number =>
      source.column(line, expanded.column(line, line === 1 ? Math.max(1, at - prefix.length) : at));
    this.#parts.maps.begin({ cell, code, column });
    try {
      const done = await this.#executor.execute(prefix + expanded.code);
      if (done) return { status: 'ok', value: ear.value?.value, hasValue: ear.value !== undefined };
    } catch (error) {
      return { status: 'failed', error };
    }
    if (ear.diagnostics.length === 0) return { status: 'failed', error: ear.failure?.error };
    const shift = (found: CellDiagnostic): CellDiagnostic =>
      found.file === undefined ? { ...found, column: column(found.line, found.column) } : found;
    return { status: 'mistaken', diagnostics: ear.diagnostics.map(shift) };
  }

  locate(script: string, line: number, column: number): CellPlace | undefined {
    return this.#parts.maps.find(script, line, column);
  }

  interrupt(): void {
    this.#executor.interrupt();
  }

  complete(code: string, cursor: number): Completion {
    const place = kqlPlace(this.#parts.ts, code, cursor);
    const language = place && languageOf(this.#executor.locals, place.workspace);
    if (place && language) {
      const at = inText(place, cursor);
      const found = language.complete(place.text, at);
      const { start, end } = found[0] ?? { start: at, end: at };
      return {
        start: place.offsets[start] ?? cursor,
        end: place.offsets[end] ?? cursor,
        names: found.map(({ text }) => text),
        types: found.map(({ kind, detail }) => (detail?.startsWith('refused') ? 'refused' : kind)),
      };
    }
    if (place || isKqlCell(code)) return { start: cursor, end: cursor, names: [] };
    const { start, end, candidates } = this.#executor.complete(code, cursor);
    return { start, end, names: candidates };
  }

  inspect(code: string, cursor: number): string | undefined {
    const place = kqlPlace(this.#parts.ts, code, cursor);
    if (place)
      return languageOf(this.#executor.locals, place.workspace)?.hover(place.text, inText(place, cursor))
        ?.text;
    if (isKqlCell(code)) return undefined;
    const info = this.#executor.inspect(code, cursor);
    return info ? this.#parts.printInfo(info) : undefined;
  }

  isComplete(code: string): { complete: boolean; indent?: string } {
    if (isKqlCell(code)) return { complete: /\n/.test(code.trim()) };
    const { completed, indent } = this.#parts.isComplete(code);
    return indent === undefined ? { complete: completed } : { complete: completed, indent };
  }

  close(): void {
    this.#executor.close();
  }
}
