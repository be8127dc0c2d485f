/** What a command may touch of the world. */
export interface CommandIo {
  /** Writes to stdout: the answer, nothing else. */
  answer(text: string): Promise<void>;
  /** Writes to stderr: notices, progress, errors. */
  notice(text: string): void;
  /** Whether stderr is a terminal. */
  readonly isTerminal: boolean;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborts when the user interrupts. */
  readonly signal: AbortSignal;
}

/** A command of `casebook`; `run` gives the exit code. */
export interface Command {
  readonly name: string;
  /** What it does, as one line. */
  readonly summary: string;
  /** The whole help text. */
  readonly help: string;
  run(args: readonly string[], io: CommandIo): Promise<number>;
}
