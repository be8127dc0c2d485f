/** Every text in a cell that holds JSON, at any depth; the cell itself where it holds none. */
export const textsOf = (cell: string): readonly string[] => {
  try {
    return textsIn(JSON.parse(cell));
  } catch {
    return [cell];
  }
};

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
