import { hasTag } from '../notebook/cell-tags';
import type { CodeCell, Notebook } from '../notebook/notebook';
import type { NotebookParameter } from './parameter';
import { readDeclarations } from './read-declarations';

/** The cell tagged `parameters`, the first where there are several. */
export function parametersCell(notebook: Notebook): CodeCell | undefined {
  return notebook.cells.find(
    (cell): cell is CodeCell => cell.cell_type === 'code' && hasTag(cell, 'parameters'),
  );
}

/** The parameters that a notebook's tagged cell declares; none where no cell is tagged. */
export function notebookParameters(notebook: Notebook): readonly NotebookParameter[] {
  const cell = parametersCell(notebook);
  return cell ? readDeclarations(cell.source) : [];
}
