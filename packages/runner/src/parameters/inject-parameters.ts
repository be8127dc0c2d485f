import { hasTag } from '../notebook/cell-tags';
import type { CodeCell, Notebook } from '../notebook/notebook';
import { checkParameters, findParameter } from './check-parameters';
import { notebookParameters, parametersCell } from './notebook-parameters';
import type { NotebookParameter, ParameterValue } from './parameter';
import { toLiteral } from './to-literal';

const TAG = 'injected-parameters';

/**
 * Puts a cell with the given values after the cell tagged `parameters`, as papermill does; one from an earlier run is replaced.
 * Without values the notebook stays as it is. Unknown names and wrong types are errors.
 */
export function injectParameters(
  notebook: Notebook,
  values: Readonly<Record<string, ParameterValue>>,
): Notebook {
  const declared = notebookParameters(notebook);
  checkParameters(declared, values);
  const declaration = parametersCell(notebook);
  if (!declaration || Object.keys(values).length === 0) return notebook;
  const cells = notebook.cells.filter((cell) => !hasTag(cell, TAG));
  const lines = Object.entries(values).map(([name, value]) =>
    assignment(findParameter(declared, name), value),
  );
  cells.splice(cells.indexOf(declaration) + 1, 0, injectedCell(['// Parameters', ...lines], cells));
  return { ...notebook, cells };
}

function assignment({ keyword, name, annotation }: NotebookParameter, value: ParameterValue): string {
  const type = annotation === undefined || annotation === 'any' ? '' : `: ${annotation}`;
  return `${keyword} ${name}${type} = ${toLiteral(value)};`;
}

function injectedCell(lines: readonly string[], others: Notebook['cells']): CodeCell {
  let id = TAG;
  while (others.some((cell) => cell.id === id)) id += '-1';
  return {
    cell_type: 'code',
    id,
    metadata: { tags: [TAG] },
    source: lines.join('\n'),
    execution_count: null,
    outputs: [],
  };
}
