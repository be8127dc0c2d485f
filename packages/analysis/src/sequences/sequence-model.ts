import { CountTable, countUp, total } from './count-table';
import type { Command, Sessions } from './read-sessions';

/** Keys that no command has: names are kept behind a colon. */
const START = 'start';
const END = 'end';
const UNKNOWN = 'unknown';
const keyOf = (name: string): string => `:${name}`;

/** The command that stands after the last one of a session. */
export const END_COMMAND: Command = { name: '', params: new Map() };

/** A parameter takes few values where it took at most this many, at least as often, a tenth of them new. */
const FEW_VALUES = 20;
const NEW_SHARE = 10;

/**
 * A first-order Markov model over commands, with the presence of each parameter and the values of parameters that take
 * few. Counts are smoothed by one, unknown commands included. Source: MSTICPy `anomalous_sequence`, whose counts of single
 * commands grow twice in smoothing; so do these.
 */
export class SequenceModel {
  private readonly commands = new Map<string, number>();
  private readonly transitions = new CountTable();
  private readonly params = new Map<string, number>();
  private readonly paramsOf = new CountTable();
  private readonly values = new CountTable();
  private readonly categorical: ReadonlySet<string>;
  private readonly commandTotal: number;
  private readonly transitionTotals = new Map<string, number>();

  /** Trains on all sessions. */
  constructor({ rows, kind }: Sessions) {
    for (const session of rows) if (session.length > 0) this.learn(session);
    this.categorical = new Set(kind === 'values' ? this.categoricalParams() : []);
    this.commandTotal = total(this.commands) + this.smoothing * (2 * this.smoothing);
  }

  /** How likely a session starts with a command. */
  start(command: Command): number {
    return this.transition(START, keyOf(command.name));
  }

  /** How likely a command is anywhere. */
  prior(command: Command): number {
    const key = keyOf(command.name);
    const count = this.smoothedCount(this.commands.has(key) ? key : UNKNOWN);
    return count / this.commandTotal;
  }

  /** How likely one command follows another; `END_COMMAND` ends the session. */
  follow(before: Command, command: Command): number {
    return this.transition(keyOf(before.name), command === END_COMMAND ? END : keyOf(command.name));
  }

  /** How likely a command has its parameters: a geometric mean over what is known of the command; 1 without parameters. */
  parameters({ name, params }: Command): number {
    if (params.size === 0) return 1;
    const key = this.commands.has(keyOf(name)) ? keyOf(name) : UNKNOWN;
    const occurrences = this.smoothedCount(key);
    let likelihood = 1 - 1 / occurrences;
    let factors = 1;
    for (const [param, count] of this.paramsOf.row(key)) {
      factors += 1;
      const present = (count + 1) / occurrences;
      if (!params.has(param)) {
        likelihood *= 1 - present;
        continue;
      }
      likelihood *= present;
      if (!this.categorical.has(param)) continue;
      factors += 1;
      likelihood *= this.value(param, params.get(param));
    }
    return likelihood ** (1 / factors);
  }

  private learn(session: readonly Command[]): void {
    let before = START;
    countUp(this.commands, START);
    for (const { name, params } of session) {
      const key = keyOf(name);
      countUp(this.commands, key);
      this.transitions.add(before, key);
      before = key;
      for (const [param, value] of params) {
        countUp(this.params, param);
        this.paramsOf.add(key, param);
        if (value !== undefined) this.values.add(param, value);
      }
    }
    this.transitions.add(before, END);
    countUp(this.commands, END);
  }

  private categoricalParams(): readonly string[] {
    return this.values.entries
      .filter(([param, values]) => {
        const occurrences = this.params.get(param) ?? 0;
        const few = values.size <= FEW_VALUES && FEW_VALUES <= occurrences;
        return few && (100 * values.size) / occurrences <= NEW_SHARE;
      })
      .map(([param]) => param);
  }

  /** What smoothing adds to each row of the transitions: one for every command that may follow. */
  private get smoothing(): number {
    return this.commands.size;
  }

  private smoothedCount(key: string): number {
    const rounds = key === START || key === END ? 1 : 2;
    return (this.commands.get(key) ?? 0) + rounds * this.smoothing;
  }

  private transition(before: string, after: string): number {
    const from = before === START || this.commands.has(before) ? before : UNKNOWN;
    const row = this.transitions.row(from);
    const sum = this.transitionTotals.get(from) ?? total(row) + this.smoothing;
    this.transitionTotals.set(from, sum);
    return ((row.get(after) ?? 0) + 1) / sum;
  }

  private value(param: string, value: string | undefined): number {
    const row = this.values.row(param);
    const count = value === undefined ? 0 : (row.get(value) ?? 0);
    return (count + 1) / (total(row) + row.size + 1);
  }
}
