import { KernelManager, ServerConnection, SessionManager, type Session } from '@jupyterlab/services';
import { CasebookError } from '@casebook/core';
import { untilAborted } from '../run/until-aborted';
import type { JupyterServer } from '../server/start-server';
import { chooseKernelspec, type ChosenKernelspec } from './choose-kernelspec';
import { executeCode } from './execute-code';
import { forgiveReconnect } from './forgive-reconnect';
import type { Kernel } from './kernel';
import type { KernelRequest } from './kernel-request';
import { settleWithin } from './settle-within';

const START_LIMIT = 60_000;

/**
 * Starts a kernel on a server and waits until it answers. A kernel that does not start is a `KernelFailed` error;
 * one that dies later calls `onDeath` once.
 */
export async function openKernel(
  server: JupyterServer,
  request: KernelRequest,
  onDeath: () => void,
  signal: AbortSignal,
): Promise<Kernel> {
  const serverSettings = ServerConnection.makeSettings({
    baseUrl: server.url,
    wsUrl: server.url.replace(/^http/, 'ws'),
    token: server.token,
    appendToken: true,
  });
  const spec = await untilAborted(chooseKernelspec(serverSettings, request.name), signal);
  const kernels = new KernelManager({ serverSettings, standby: 'never' });
  kernels.kernelInfoTimeout = START_LIMIT;
  const sessions = new SessionManager({ kernelManager: kernels, serverSettings, standby: 'never' });
  const dispose = (): void => {
    sessions.dispose();
    kernels.dispose();
  };
  try {
    kernels.ready.catch(() => undefined);
    sessions.ready.catch(() => undefined);
    const session = await untilAborted(startSession(sessions, request, server), signal);
    if (session.kernel) forgiveReconnect(session.kernel);
    const watch = watchDeath(session, onDeath);
    const info = await untilAborted(kernelInfo(session, server), signal);
    watch.ready();
    return handle(session, spec, info, dispose);
  } catch (error) {
    dispose();
    throw error;
  }
}

async function startSession(
  sessions: SessionManager,
  { path, name }: KernelRequest,
  server: JupyterServer,
): Promise<Session.ISessionConnection> {
  try {
    return await sessions.startNew({ path, name: path, type: 'notebook', kernel: { name } });
  } catch (cause) {
    throw failed(`the kernel ${name} did not start`, server, cause);
  }
}

/** Until a kernel is ready the server may start it again, such as on other ports; later a restart is a death. */
function watchDeath(session: Session.ISessionConnection, onDeath: () => void): { ready(): void } {
  let isReady = false;
  let isDead = false;
  session.statusChanged.connect((_, status) => {
    const isRestart = status === 'autorestarting' || status === 'restarting';
    if (isDead || session.isDisposed || !(status === 'dead' || (isReady && isRestart))) return;
    isDead = true;
    onDeath();
  });
  return { ready: () => void (isReady = true) };
}

async function kernelInfo(
  session: Session.ISessionConnection,
  server: JupyterServer,
): Promise<Readonly<Record<string, unknown>>> {
  const info = session.kernel?.info;
  if (!info || !(await settleWithin(info, START_LIMIT))) throw failed('the kernel does not answer', server);
  return (await info).language_info as unknown as Readonly<Record<string, unknown>>;
}

function handle(
  session: Session.ISessionConnection,
  spec: ChosenKernelspec,
  languageInfo: Readonly<Record<string, unknown>>,
  dispose: () => void,
): Kernel {
  const kernel = session.kernel;
  if (!kernel) throw new CasebookError('KernelFailed', 'the session has no kernel');
  return {
    name: spec.name,
    displayName: spec.displayName,
    languageInfo,
    execute: (code, onOutput, signal) => executeCode(kernel, code, onOutput, signal),
    interrupt: async () => {
      await settleWithin(kernel.interrupt(), 2000);
    },
    close: async () => {
      await settleWithin(session.shutdown(), 3000);
      dispose();
    },
  };
}

/** A `KernelFailed` error that says the last line of the server's log. */
function failed(message: string, server: JupyterServer, cause?: unknown): CasebookError {
  return new CasebookError('KernelFailed', message, {
    help: server.log().split('\n').pop() || 'Start the kernel by hand in JupyterLab to see why.',
    cause,
  });
}
