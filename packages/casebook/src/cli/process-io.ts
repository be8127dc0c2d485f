import type { CommandIo } from './io';

/** The world of a real process. */
export interface ProcessIo extends CommandIo {
  /** Ends the process once everything is written. */
  end(code: number): void;
}

/** Joins a command to this process: its streams, folder, environment and signals; a closed pipe ends it quietly. */
export function processIo(): ProcessIo {
  const interrupt = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => interrupt.abort(new Error(name)));
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    interrupt.abort(error);
  });
  silenceLibraries();
  return {
    answer: (text) => write(process.stdout, text),
    notice: (text) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    cwd: process.cwd(),
    env: process.env,
    signal: interrupt.signal,
    end: (code) => process.exit(code),
  };
}

/** Libraries write to the console; stdout is the answer's. */
function silenceLibraries(): void {
  const silent = (): void => undefined;
  Object.assign(globalThis.console, {
    debug: silent,
    log: silent,
    info: silent,
    warn: silent,
    error: silent,
  });
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve());
  });
}
