import { hasTag } from '../notebook/cell-tags';
import type { CodeCell, Notebook } from '../notebook/notebook';

/** The code cells that a run executes: those with code and without the tag `skip-execution`. */
export function runnableCells(notebook: Notebook): CodeCell[] {
  return notebook.cells.filter(
    (cell): cell is CodeCell =>
      cell.cell_type === 'code' && cell.source.trim() !== '' && !hasTag(cell, 'skip-execution'),
  );
}

/** A copy of a notebook in which no code cell has outputs, a count or times. */
export function clearedForRun(notebook: Notebook): Notebook {
  return {
    ...notebook,
    metadata: { ...notebook.metadata },
    cells: notebook.cells.map((cell) => {
      if (cell.cell_type !== 'code') return cell;
      const kept = Object.entries(cell.metadata).filter(([name]) => name !== 'execution');
      return { ...cell, metadata: Object.fromEntries(kept), outputs: [], execution_count: null };
    }),
  };
}
