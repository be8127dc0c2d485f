import { splitLines } from './join-lines';
import type { MimeBundle, Notebook, NotebookCell, Output } from './notebook';
import { isJsonType } from './read-output';
import { writeAtomically } from './write-atomically';

/** Writes a notebook as Jupyter does: texts split into lines, one blank of indentation; atomically. */
export async function writeNotebook(path: string, notebook: Notebook): Promise<void> {
  await writeAtomically(path, notebookText(notebook));
}

/** The file text of a notebook. */
export function notebookText(notebook: Notebook): string {
  const { cells, metadata, nbformat, nbformat_minor } = notebook;
  return `${JSON.stringify({ cells: cells.map(fileCell), metadata, nbformat, nbformat_minor }, null, 1)}\n`;
}

function fileCell(cell: NotebookCell): unknown {
  const source = splitLines(cell.source);
  return cell.cell_type === 'code'
    ? { ...cell, source, outputs: cell.outputs.map(fileOutput) }
    : { ...cell, source };
}

function fileOutput(output: Output): unknown {
  if (output.output_type === 'stream') return { ...output, text: splitLines(output.text) };
  return 'data' in output ? { ...output, data: fileBundle(output.data) } : output;
}

function fileBundle(data: MimeBundle): MimeBundle {
  return Object.fromEntries(
    Object.entries(data).map(([type, value]) => [type, isJsonType(type) ? value : fileText(type, value)]),
  );
}

function fileText(type: string, value: unknown): unknown {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return type.startsWith('text/') || type === 'image/svg+xml' ? splitLines(text) : text;
}
