import type { KernelMessage } from '../notebook/output-log';

/** How the kernel answered a request to run code. */
export interface ExecuteReply {
  /** `abort` is what stock tslab says for cells that it drops after an error. */
  readonly status: 'ok' | 'error' | 'aborted' | 'abort';
  readonly executionCount: number | null;
  /** When the stages of the execution happened, by nbformat's names, in ISO 8601. */
  readonly times: Readonly<Record<string, string>>;
}

/** A kernel that runs code, one piece at a time. */
export interface Kernel {
  /** What the notebook's metadata say about the language, as the kernel tells it. */
  readonly languageInfo: Readonly<Record<string, unknown>>;
  /** The kernelspec that it was started from. */
  readonly name: string;
  readonly displayName: string;
  /** Runs code; settles once the kernel has answered and is idle. An abort rejects with its reason. */
  execute(
    code: string,
    onOutput: (message: KernelMessage) => void,
    signal: AbortSignal,
  ): Promise<ExecuteReply>;
  /** Asks the kernel to stop what it runs. */
  interrupt(): Promise<void>;
  /** Shuts the kernel down, politely. */
  close(): Promise<void>;
}
