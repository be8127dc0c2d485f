import { SourceMap, type SourceMapPayload } from 'node:module';

/** A place in a cell as it was written; line and column count from 1. */
export interface CellPlace {
  /** The number of the cell. */
  readonly cell: number;
  readonly line: number;
  readonly column: number;
  /** The code of the cell. */
  readonly code: string;
}

/** A cell that is compiled. */
export interface CompiledCell {
  readonly cell: number;
  readonly code: string;
  /** The column as it was written of a place in the code that was compiled. */
  column(line: number, column: number): number;
}

interface Compiled {
  readonly source: CompiledCell;
  readonly maps: readonly SourceMap[];
  /** The number of lines of the script; tslab's own follow. */
  readonly lines: number;
}

/** tslab puts one line before each cell. */
const LINES_BEFORE = 1;

/** Finds the places of compiled cells in the cells as they were written. */
export class CellMaps {
  readonly #compiled = new Map<string, Compiled>();
  #current: CompiledCell | undefined;

  /** Tells which cell is compiled next. */
  begin(source: CompiledCell): void {
    this.#current = source;
  }

  /** Takes a cell's script and the source maps of the steps that led to it, last step first; gives the script's name. */
  add(script: string, maps: readonly SourceMapPayload[]): string {
    const source = this.#current;
    if (!source) return '';
    const name = `cell-${this.#compiled.size + 1}.ts`;
    const lines = script.split('\n').length;
    this.#compiled.set(name, { source, lines, maps: maps.map((map) => new SourceMap(map)) });
    return name;
  }

  /** The place that a place of a script comes from; undefined where nobody wrote that. */
  find(script: string, line: number, column: number): CellPlace | undefined {
    const compiled = this.#compiled.get(script);
    if (!compiled || line > compiled.lines) return undefined;
    let at = { line: line - 1, column: column - 1 };
    for (const map of compiled.maps) {
      const entry = map.findEntry(at.line, at.column);
      if (!('originalLine' in entry)) return undefined;
      at = { line: entry.originalLine, column: entry.originalColumn };
    }
    const written = at.line - LINES_BEFORE + 1;
    if (written < 1) return undefined;
    const { cell, code, column: toColumn } = compiled.source;
    return { cell, code, line: written, column: toColumn(written, at.column + 1) };
  }
}
