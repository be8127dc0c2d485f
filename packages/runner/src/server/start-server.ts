import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CasebookError } from '@casebook/core';
import type { JupyterSetup } from './jupyter-setup';
import { descendants, killAll, killUntilGone, processesWith } from './process-tree';
import { serverArguments, serverEnvironment } from './server-arguments';

const START_LIMIT = 60_000;

/** A running Jupyter server of our own. */
export interface JupyterServer {
  readonly url: string;
  readonly token: string;
  /** The last lines that the server and its kernels wrote to their error stream. */
  log(): string;
  /** Notes the processes that run now, so that `close` finds them when their parents are gone. */
  remember(): void;
  /** Kills the server, its kernels and what they started, and removes its folder. */
  close(): Promise<void>;
}

/** Starts a server on a free loopback port with a random token; one that does not come up is a `KernelFailed` error. */
export async function startServer(
  setup: JupyterSetup,
  root: string,
  signal: AbortSignal,
): Promise<JupyterServer> {
  signal.throwIfAborted();
  const home = await mkdtemp(join(tmpdir(), 'casebook-jupyter-'));
  const runtime = join(home, 'runtime');
  await mkdir(runtime);
  const token = randomBytes(24).toString('hex');
  const [command = 'jupyter', ...before] = setup.command;
  const child = spawn(command, [...before, ...serverArguments(root)], {
    env: serverEnvironment(home, token, setup.jupyterPath),
    cwd: root,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const server = owned(child, home);
  try {
    const url = await waitForUrl(child, runtime, signal, server.log);
    return { url, token, ...server };
  } catch (error) {
    await server.close();
    throw error;
  }
}

function owned(child: ChildProcess, home: string): Omit<JupyterServer, 'url' | 'token'> {
  let tail = '';
  child.stderr?.on('data', (chunk: Buffer) => (tail = (tail + chunk.toString()).slice(-4000)));
  child.on('error', (error) => (tail += error.message));
  const known = new Set<number>();
  const remember = (): void => {
    if (child.pid === undefined) return;
    for (const pid of [...descendants(child.pid), ...processesWith(home), child.pid]) known.add(pid);
  };
  const kill = (): void => {
    remember();
    killAll([...known]);
  };
  process.once('exit', kill);
  return {
    log: () => tail.trim(),
    remember,
    close: async () => {
      process.removeListener('exit', kill);
      await killUntilGone(() => {
        remember();
        return [...known];
      });
      child.stderr?.destroy();
      await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

async function waitForUrl(
  child: ChildProcess,
  runtime: string,
  signal: AbortSignal,
  log: () => string,
): Promise<string> {
  for (let waited = 0; waited < START_LIMIT; waited += 40) {
    signal.throwIfAborted();
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) break;
    const url = await serverUrl(runtime);
    if (url !== null && (await answers(url, signal))) return url;
    await sleep(40);
  }
  throw new CasebookError('KernelFailed', 'the Jupyter server did not start', {
    help: log().split('\n').pop() || 'Check that `jupyter server` starts by hand.',
  });
}

/** Whether a server listens there; its own file may name the address a moment earlier. */
async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    await (await fetch(new URL('api', url), { signal })).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function serverUrl(runtime: string): Promise<string | null> {
  const name = (await readdir(runtime)).find((file) => /^jpserver-\d+\.json$/.test(file));
  if (name === undefined) return null;
  try {
    const { url } = JSON.parse(await readFile(join(runtime, name), 'utf8')) as { url?: string };
    return url ?? null;
  } catch {
    return null;
  }
}
