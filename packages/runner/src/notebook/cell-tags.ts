import type { NotebookCell } from './notebook';

/** Whether a cell carries a tag in its metadata. */
export function hasTag(cell: NotebookCell, tag: string): boolean {
  const tags = cell.metadata['tags'];
  return Array.isArray(tags) && tags.includes(tag);
}
