import { nthRoot } from '../rounding/nth-root';
import { PAUSE_ROWS, type Steps } from '../run/steps';
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
  private categorical: ReadonlySet<string> = new Set();
  private commandTotal = 0;
  private readonly transitionTotals = new Map<string, number>();

  /** A model trained on all sessions. */
  static *trained({ rows, kind }: Sessions): Steps<SequenceModel> {
    const model = new SequenceModel();
    let work = 0;
    for (const [row, session] of rows.entries()) {
      if (session.length > 0) yield* model.learn(session);
      work += session.length;
      if (work < PAUSE_ROWS) continue;
      work = 0;
      yield { message: 'learning', done: row, total: rows.length };
    }
    if (kind === 'values') model.categorical = new Set(model.categoricalParams());
    model.commandTotal = total(model.commands) + model.smoothing * (2 * model.smoothing);
    return model;
  }

  /** How likely a session starts with a command. */
  start(command: Command): number {
    return this.transition(START, keyOf(command.name));
  }

  /** How likely a command, or the end of a session, is anywhere. */
  prior(command: Command): number {
    const key = command === END_COMMAND ? END : keyOf(command.name);
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
    let likelihood = 1;
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
    return nthRoot(likelihood * (1 - 1 / occurrences), factors);
  }

  private *learn(session: readonly Command[]): Steps<void> {
    let before = START;
    countUp(this.commands, START);
    for (const [at, { name, params }] of session.entries()) {
      if (at > 0 && at % PAUSE_ROWS === 0) yield { message: 'learning', done: 0 };
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
