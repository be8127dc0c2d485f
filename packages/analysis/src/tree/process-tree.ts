import { CasebookError, type BoolColumn, type Frame } from '@casebook/core';
import { takeRows } from '../columns/keep-rows';
import type { ChosenSchema } from './choose-schema';
import type { TreeOrder } from './tree-order';
import { treeText, type TreeTextOptions } from './tree-text';

/** What a process tree holds, in numbers. */
export interface TreeSummary {
  readonly Processes: number;
  readonly RootProcesses: number;
  readonly LeafProcesses: number;
  readonly BranchProcesses: number;
  /** Roots without children. */
  readonly IsolatedProcesses: number;
  readonly InferredProcesses: number;
  readonly LargestTreeDepth: number;
}

/** How far a walk through a tree goes. */
export interface WalkOptions {
  /** The most steps up or down; default all. */
  readonly levels?: number;
  /** Whether the process itself is part of the answer; default true. */
  readonly includeSource?: boolean;
}

/** What a tree is made of. */
export interface TreeParts {
  /** The processes from each root down. */
  readonly frame: Frame;
  /** The row of each one's parent, -1 for a root. */
  readonly parents: Int32Array;
  readonly shape: TreeOrder;
  readonly chosen: ChosenSchema;
}

/** A forest of processes; a process is named by its `proc_key`, and every answer is a frame of the columns of `toFrame`. */
export class ProcessTree {
  private readonly frame: Frame;
  private readonly parents: Int32Array;
  private readonly shape: TreeOrder;
  private readonly chosen: ChosenSchema;
  private rowOf: ReadonlyMap<string, number> | undefined;

  /** @param parts what `buildProcessTree` found. */
  constructor({ frame, parents, shape, chosen }: TreeParts) {
    this.frame = frame;
    this.parents = parents;
    this.shape = shape;
    this.chosen = chosen;
  }

  /** All processes, each root followed by its descendants; see `buildProcessTree` for the columns. */
  toFrame(): Frame {
    return this.frame;
  }

  /** What the tree holds, in numbers. */
  summary(): TreeSummary {
    const { parents, shape } = this;
    const roots = shape.roots.length;
    const inferred = this.frame.column('Inferred').data as BoolColumn;
    let [leaves, isolated, deepest] = [0, 0, -1];
    for (let row = 0; row < parents.length; row += 1) {
      deepest = Math.max(deepest, shape.depth[row] as number);
      if (shape.childStart[row] !== shape.childStart[row + 1]) continue;
      leaves += 1;
      if ((parents[row] as number) < 0) isolated += 1;
    }
    return {
      Processes: parents.length,
      RootProcesses: roots,
      LeafProcesses: leaves,
      BranchProcesses: parents.length - roots - leaves + isolated,
      IsolatedProcesses: isolated,
      InferredProcesses: inferred.values.reduce((sum, one) => sum + one, 0),
      LargestTreeDepth: deepest + 1,
    };
  }

  /** The processes without a parent. */
  roots(): Frame {
    return this.rows(Array.from(this.shape.roots));
  }

  /** The root that a process descends from. */
  rootOf(key: string): Frame {
    return this.rows(this.up(this.row(key)).slice(-1));
  }

  /** The parent of a process; empty for a root. */
  parentOf(key: string): Frame {
    return this.ancestorsOf(key, { levels: 1, includeSource: false });
  }

  /** The children of a process, and itself unless told otherwise. */
  childrenOf(key: string, options: Omit<WalkOptions, 'levels'> = {}): Frame {
    return this.descendantsOf(key, { ...options, levels: 1 });
  }

  /** A process and those above it, from the root down. */
  ancestorsOf(key: string, { levels = Infinity, includeSource = true }: WalkOptions = {}): Frame {
    const line = this.up(this.row(key)).slice(0, levels === Infinity ? undefined : levels + 1);
    return this.rows((includeSource ? line : line.slice(1)).reverse());
  }

  /** A process and those below it, each before its children. */
  descendantsOf(key: string, { levels = Infinity, includeSource = true }: WalkOptions = {}): Frame {
    const rows = this.down(this.row(key), levels);
    return this.rows(includeSource ? rows : rows.slice(1));
  }

  /** The processes of the same parent, and the process itself unless told otherwise; all roots for a root. */
  siblingsOf(key: string, { includeSource = true }: Omit<WalkOptions, 'levels'> = {}): Frame {
    const row = this.row(key);
    const parent = this.parents[row] as number;
    const all = parent < 0 ? Array.from(this.shape.roots) : this.childrenAt(parent);
    return this.rows(includeSource ? all : all.filter((other) => other !== row));
  }

  /** The whole tree that a process belongs to. */
  subtreeOf(key: string): Frame {
    return this.rows(this.down(this.up(this.row(key)).at(-1) as number, Infinity));
  }

  /** How far a process is below its root; 0 for a root. */
  depthOf(key: string): number {
    return this.shape.depth[this.row(key)] as number;
  }

  /** The tree as indented lines; see `TreeTextOptions`. */
  toText(options: TreeTextOptions = {}): string {
    const source = options.source === undefined ? undefined : this.row(options.source);
    const { columns } = this.chosen;
    return treeText(
      { frame: this.frame, parents: this.parents, shape: this.shape, columns },
      source,
      options,
    );
  }

  private rows(rows: readonly number[]): Frame {
    return takeRows(this.frame, Uint32Array.from(rows));
  }

  private row(key: string): number {
    this.rowOf ??= new Map(this.frame.values('proc_key').map((one, at) => [one as string, at]));
    const row = this.rowOf.get(key);
    if (row !== undefined) return row;
    throw new CasebookError('InvalidParameter', `unknown process: ${JSON.stringify(key.slice(0, 200))}`, {
      help: 'Give a proc_key of the tree.',
    });
  }

  private childrenAt(row: number): number[] {
    return Array.from(
      this.shape.children.subarray(this.shape.childStart[row], this.shape.childStart[row + 1]),
    );
  }

  private up(row: number): number[] {
    const line: number[] = [];
    for (let at = row; at >= 0; at = this.parents[at] as number) line.push(at);
    return line;
  }

  /** Rows are in tree order, so a subtree is the run of deeper rows behind its root. */
  private down(row: number, levels: number): number[] {
    const { depth } = this.shape;
    const from = depth[row] as number;
    const rows = [row];
    for (let at = row + 1; at < depth.length && (depth[at] as number) > from; at += 1)
      if ((depth[at] as number) - from <= levels) rows.push(at);
    return rows;
  }
}
