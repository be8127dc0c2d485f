/** The shape of a forest. */
export interface TreeOrder {
  /** Rows from each root down, every parent before its children, siblings in row order. */
  readonly order: Uint32Array;
  /** The level of each row; 0 for a root. */
  readonly depth: Uint32Array;
  /** Where the children of each row start in `children`; one more entry at the end. */
  readonly childStart: Uint32Array;
  readonly children: Uint32Array;
  readonly roots: Uint32Array;
}

/** Sorts a forest from its roots down. O(n); needs a parent array without circles. */
export function treeOrder(parents: Int32Array): TreeOrder {
  const count = parents.length;
  const childStart = new Uint32Array(count + 1);
  for (let row = 0; row < count; row += 1) {
    const parent = parents[row] as number;
    if (parent >= 0) childStart[parent + 1] = (childStart[parent + 1] as number) + 1;
  }
  for (let row = 0; row < count; row += 1)
    childStart[row + 1] = (childStart[row + 1] as number) + (childStart[row] as number);
  const next = childStart.slice();
  const children = new Uint32Array(childStart[count] as number);
  const roots = new Uint32Array(count - children.length);
  let root = 0;
  for (let row = 0; row < count; row += 1) {
    const parent = parents[row] as number;
    if (parent < 0) roots[root++] = row;
    else {
      children[next[parent] as number] = row;
      next[parent] = (next[parent] as number) + 1;
    }
  }
  return { ...walk(parents, roots, childStart, children), childStart, children, roots };
}

function walk(
  parents: Int32Array,
  roots: Uint32Array,
  childStart: Uint32Array,
  children: Uint32Array,
): Pick<TreeOrder, 'order' | 'depth'> {
  const order = new Uint32Array(parents.length);
  const depth = new Uint32Array(parents.length);
  const open = new Uint32Array(parents.length);
  let size = 0;
  for (let root = roots.length - 1; root >= 0; root -= 1) open[size++] = roots[root] as number;
  for (let at = 0; size > 0; at += 1) {
    size -= 1;
    const row = open[size] as number;
    order[at] = row;
    const parent = parents[row] as number;
    depth[row] = parent < 0 ? 0 : (depth[parent] as number) + 1;
    for (let child = (childStart[row + 1] as number) - 1; child >= (childStart[row] as number); child -= 1)
      open[size++] = children[child] as number;
  }
  return { order, depth };
}
