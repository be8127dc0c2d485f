import { quoteId } from '../sql/quote-sql';
import type { Names } from './names';
import type { PlanNode, Relation } from './relation';

/** Rebuilds the rows of a plan with one more column. */
export type WindowStep = (input: PlanNode) => PlanNode;

interface Held {
  readonly id: string;
  readonly layer: number;
  /** The SQL of the column, or what computes it from whole rows. */
  readonly from: string | WindowStep;
}

/**
 * The columns that look at other rows, computed below the operator that uses them: SQL lets no window stand in a filter
 * or within another window, KQL does. A column that needs another one comes a layer above it.
 */
export class Windows {
  readonly #held: Held[] = [];
  readonly #names: Names;

  constructor(names: Names) {
    this.#names = names;
  }

  /** Holds SQL as a column; gives its quoted identifier. */
  hold(sql: string): string {
    const known = this.#held.find(({ from }) => from === sql);
    return known ? quoteId(known.id) : this.#add(this.#names.fresh('window'), this.#above(sql), sql);
  }

  /** Holds a column that a step computes; `reads` is the SQL that it looks at. */
  step(reads: string, step: (id: string) => WindowStep): string {
    const id = this.#names.fresh('window');
    return this.#add(id, this.#above(reads), step(id));
  }

  /** The rows with all held columns. */
  over(input: Relation): Relation {
    const layers = [...new Set(this.#held.map(({ layer }) => layer))].sort((a, b) => a - b);
    const node = layers.reduce((plan, layer) => this.#layer(plan, layer), input.node);
    return node === input.node ? input : { ...input, node };
  }

  #add(id: string, layer: number, from: Held['from']): string {
    this.#held.push({ id, layer, from });
    return quoteId(id);
  }

  #above(sql: string): number {
    const below = this.#held.filter(({ id }) => sql.includes(quoteId(id))).map(({ layer }) => layer);
    return Math.max(-1, ...below) + 1;
  }

  #layer(input: PlanNode, layer: number): PlanNode {
    const here = this.#held.filter((one) => one.layer === layer);
    const items = here.flatMap(({ id, from }) => (typeof from === 'string' ? [{ id, sql: from }] : []));
    const plain: PlanNode =
      items.length === 0 ? input : { kind: 'select', input, items: [{ id: '*', sql: '*' }, ...items] };
    return here.reduce((plan, { from }) => (typeof from === 'string' ? plan : from(plan)), plain);
  }
}
