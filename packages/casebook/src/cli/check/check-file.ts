import { readFile } from 'node:fs/promises';
import { CasebookError, type Diagnostic, type LanguageService } from '@casebook/core';
import { decodeText } from '@casebook/providers';
import type { Finding, Region } from './finding';
import { partsOf, type Part } from './parts';
import { diagnoseWithValues } from './with-values';

/** What the check of one file gives. */
export interface CheckedFile {
  readonly queries: number;
  readonly findings: readonly Finding[];
}

/** Reads the queries of a `.kql`, `.yaml` or `.ipynb` file and has each read by a language service. A file or cell that is broken is a finding. */
export async function checkFile(
  { path, name }: { readonly path: string; readonly name: string },
  language: LanguageService,
): Promise<CheckedFile> {
  const text = decodeText(await readFile(path));
  try {
    const parts = await partsOf(name, text);
    const findings = parts.flatMap((part) => [
      ...(part.broken ? [broken(name, part.broken, part, text)] : []),
      ...part.queries.flatMap((query) => findingsIn(query, part, { name, text }, language)),
    ]);
    return { queries: parts.reduce((sum, { queries }) => sum + queries.length, 0), findings };
  } catch (error) {
    if (!CasebookError.is(error)) throw error;
    return { queries: 0, findings: [broken(name, error)] };
  }
}

function findingsIn(
  query: Part['queries'][number],
  part: Part,
  file: { readonly name: string; readonly text: string },
  language: LanguageService,
): readonly Finding[] {
  return diagnoseWithValues(query, language).map(
    ({ severity, code, message, position: { offset, length }, help }: Diagnostic): Finding => {
      const start = query.offsets[offset] ?? 0;
      const end = query.offsets[offset + length] ?? part.text.length;
      return {
        file: file.name,
        ...placeIn(part, start, end, file.text),
        severity,
        code,
        message,
        ...(help === undefined ? {} : { help }),
      };
    },
  );
}

/** A stretch of a part, and of the file where the part is a cell. */
function placeIn(
  { text, cell, inFile }: Part,
  start: number,
  end: number,
  file: string,
): Region & Pick<Finding, 'cell' | 'inFile'> {
  const region = regionOf(text, start, end);
  if (cell === undefined || !inFile) return region;
  return { cell, ...region, inFile: regionOf(file, inFile(start), inFile(end)) };
}

function regionOf(text: string, start: number, end: number): Region {
  const from = placeOf(text, start);
  const to = placeOf(text, Math.max(start, end));
  return { ...from, endLine: to.line, endColumn: to.column };
}

function placeOf(text: string, offset: number): Pick<Region, 'line' | 'column'> {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function broken(file: string, error: CasebookError, part?: Part, text = ''): Finding {
  const { line = 1, column = 1, offset = 0, length = 0 } = error.position ?? {};
  return {
    file,
    ...(part
      ? placeIn(part, offset, offset + length, text)
      : { line, column, endLine: line, endColumn: column }),
    severity: 'error',
    code: error.code,
    message: error.message,
    ...(error.help === undefined ? {} : { help: error.help }),
  };
}
