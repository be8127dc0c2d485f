import { CasebookError } from '@casebook/core';
import { kqlInCell, type CellKql } from '@casebook/jupyter';
import { queriesInKql, queriesInYaml } from '@casebook/providers';
import { cellOffsets } from './cell-offsets';
import { pythonKql } from './python-kql';

/** A text with queries in it: a file, or a cell of a notebook. */
export interface Part {
  readonly text: string;
  readonly queries: readonly CellKql[];
  /** The cell of a notebook, from 1. */
  readonly cell?: number;
  /** Why a cell cannot be read. */
  readonly broken?: CasebookError;
  /** Where a unit of a cell stands in the file. */
  readonly inFile?: (offset: number) => number;
}

/** Takes a `.kql`, `.yaml` or `.ipynb` file apart. One that is broken as a whole is a `CasebookError`. */
export async function partsOf(name: string, text: string): Promise<readonly Part[]> {
  if (/\.ipynb$/i.test(name)) return notebookParts(name, text);
  const queries = /\.ya?ml$/i.test(name) ? await queriesInYaml(name, text) : queriesInKql(name, text);
  return [{ text, queries: queries.map((query) => ({ ...query, values: [] })) }];
}

async function notebookParts(name: string, text: string): Promise<readonly Part[]> {
  const { parseNotebook } = await import('@casebook/runner');
  const { cells, metadata } = parseNotebook(text, name);
  const read = isPython(metadata) ? pythonKql : kqlInCell;
  let offsets: ReturnType<typeof cellOffsets> | undefined;
  return cells.flatMap(({ cell_type: type, source }, index): Part[] => {
    if (type !== 'code') return [];
    const inFile = (offset: number): number => {
      offsets ??= cellOffsets(text);
      return offsets[index]?.[offset] ?? 0;
    };
    return [{ text: source, cell: index + 1, inFile, ...cellQueries(source, read) }];
  });
}

function cellQueries(
  source: string,
  read: (code: string) => readonly CellKql[],
): Pick<Part, 'queries' | 'broken'> {
  try {
    return { queries: read(source) };
  } catch (error) {
    if (CasebookError.is(error)) return { queries: [], broken: error };
    throw error;
  }
}

function isPython(metadata: Readonly<Record<string, unknown>>): boolean {
  const { kernelspec, language_info: info } = metadata as {
    kernelspec?: { language?: unknown };
    language_info?: { name?: unknown };
  };
  return /^python/i.test(String(info?.name ?? kernelspec?.language ?? ''));
}
