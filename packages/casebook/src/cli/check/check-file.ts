import { readFile } from 'node:fs/promises';
import { CasebookError, type Diagnostic, type LanguageService } from '@casebook/core';
import { kqlInCell, type CellKql } from '@casebook/jupyter';
import { queriesInKql, queriesInYaml } from '@casebook/providers';
import type { Finding } from './finding';

/** What the check of one file gives. */
export interface CheckedFile {
  readonly queries: number;
  readonly findings: readonly Finding[];
}

type Place = Pick<Finding, 'line' | 'column'>;

/** A text with queries in it. */
interface Part {
  readonly text: string;
  readonly cell?: number;
  readonly queries: readonly Pick<CellKql, 'kql' | 'offsets' | 'values'>[];
}

/** Reads the queries of a `.kql`, `.yaml` or `.ipynb` file and has each read by a language service. A file that is broken is a finding. */
export async function checkFile(
  { path, name }: { readonly path: string; readonly name: string },
  language: LanguageService,
): Promise<CheckedFile> {
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  try {
    const parts = await partsOf(name, text);
    const findings = parts.flatMap((part) =>
      part.queries.flatMap((query) => findingsIn(query, part, name, language)),
    );
    return { queries: parts.reduce((sum, { queries }) => sum + queries.length, 0), findings };
  } catch (error) {
    if (!CasebookError.is(error)) throw error;
    return { queries: 0, findings: [brokenFile(name, error)] };
  }
}

async function partsOf(name: string, text: string): Promise<readonly Part[]> {
  const plain = (queries: Awaited<ReturnType<typeof queriesInYaml>>): Part[] => [
    { text, queries: queries.map((query) => ({ ...query, values: [] })) },
  ];
  if (/\.ipynb$/i.test(name)) return notebookParts(name, text);
  return plain(/\.ya?ml$/i.test(name) ? await queriesInYaml(name, text) : queriesInKql(name, text));
}

async function notebookParts(name: string, text: string): Promise<readonly Part[]> {
  const { parseNotebook } = await import('@casebook/runner');
  return parseNotebook(text, name).cells.flatMap(({ cell_type: type, source }, index) =>
    type === 'code' ? [cellPart(source, index + 1)] : [],
  );
}

function cellPart(text: string, cell: number): Part {
  try {
    return { text, cell, queries: kqlInCell(text) };
  } catch (error) {
    if (CasebookError.is(error)) throw Object.assign(error, { cell });
    throw error;
  }
}

function findingsIn(
  { kql, offsets, values }: Part['queries'][number],
  { text, cell }: Part,
  file: string,
  language: LanguageService,
): readonly Finding[] {
  return language
    .diagnose(kql)
    .filter(({ position: { offset, length } }) =>
      values.every(({ start, end }) => offset + length <= start || offset >= end),
    )
    .map(({ severity, code, message, position, help }: Diagnostic): Finding => {
      const from = placeOf(text, offsets[position.offset] ?? 0);
      const to = placeOf(text, offsets[position.offset + position.length] ?? text.length);
      return {
        file,
        ...(cell === undefined ? {} : { cell }),
        ...from,
        endLine: to.line,
        endColumn: to.column,
        severity,
        code,
        message,
        ...(help === undefined ? {} : { help }),
      };
    });
}

function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function brokenFile(file: string, error: CasebookError): Finding {
  const { line, column } = error.position ?? { line: 1, column: 1 };
  const { cell } = error as { cell?: number };
  return {
    file,
    ...(cell === undefined ? {} : { cell }),
    line,
    column,
    endLine: line,
    endColumn: column,
    severity: 'error',
    code: error.code,
    message: error.message,
    ...(error.help === undefined ? {} : { help: error.help }),
  };
}
