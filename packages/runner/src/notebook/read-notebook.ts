import { readFile } from 'node:fs/promises';
import { CasebookError } from '@casebook/core';
import { isRecord } from './is-record';
import { joinLines } from './join-lines';
import type { Notebook, NotebookCell, Output } from './notebook';
import { readOutput } from './read-output';

/**
 * Reads a notebook file of nbformat 4; cells of before 4.5 get ids.
 * A missing file is `SourceNotFound`, anything else that is no notebook `InvalidNotebook`.
 */
export async function readNotebook(path: string): Promise<Notebook> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new CasebookError('SourceNotFound', `unreadable notebook: ${path}`, {
      help: 'Give the path of an .ipynb file that exists.',
      cause,
    });
  }
  return parseNotebook(text, path);
}

/** A notebook from its JSON text; `name` is said in errors. */
export function parseNotebook(text: string, name: string): Notebook {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw invalid(`${name} is not JSON`, cause);
  }
  if (!isRecord(value) || !Array.isArray(value['cells'])) throw invalid(`${name} has no cells`);
  if (value['nbformat'] !== 4) throw invalid(`${name} has nbformat ${String(value['nbformat'])}`);
  const minor = typeof value['nbformat_minor'] === 'number' ? value['nbformat_minor'] : 0;
  return {
    nbformat: 4,
    nbformat_minor: Math.max(5, minor),
    metadata: isRecord(value['metadata']) ? value['metadata'] : {},
    cells: withIds(value['cells'].map((cell, index) => readCell(cell, `cell ${index + 1} of ${name}`))),
  };
}

function readCell(value: unknown, name: string): NotebookCell {
  if (!isRecord(value)) throw invalid(`${name} is no object`);
  const base = {
    id: typeof value['id'] === 'string' ? value['id'] : '',
    metadata: isRecord(value['metadata']) ? value['metadata'] : {},
    source: joinLines(value['source']),
  };
  const type = value['cell_type'];
  if (type === 'code') {
    const outputs = Array.isArray(value['outputs']) ? value['outputs'] : [];
    const count = value['execution_count'];
    return {
      cell_type: 'code',
      ...base,
      execution_count: typeof count === 'number' ? count : null,
      outputs: outputs.map(readOutput).filter((output): output is Output => output !== null),
    };
  }
  if (type !== 'markdown' && type !== 'raw') throw invalid(`${name} has the type ${String(type)}`);
  const attachments = isRecord(value['attachments']) ? { attachments: value['attachments'] as never } : {};
  return { cell_type: type, ...base, ...attachments };
}

function withIds(cells: NotebookCell[]): NotebookCell[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    let id = /^[a-zA-Z0-9_-]{1,64}$/.test(cell.id) ? cell.id : `cell-${index + 1}`;
    while (taken.has(id)) id = `${id.slice(0, 60)}-${index + 1}`;
    taken.add(id);
    return { ...cell, id };
  });
}

function invalid(reason: string, cause?: unknown): CasebookError {
  return new CasebookError('InvalidNotebook', `invalid notebook: ${reason}`, {
    help: 'Save it from Jupyter as nbformat 4.',
    cause,
  });
}
