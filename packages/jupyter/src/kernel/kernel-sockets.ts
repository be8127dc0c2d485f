import { readFileSync } from 'node:fs';
import { Publisher, Reply, Router } from 'zeromq';

/** Where a kernel listens, as a Jupyter connection file says it. */
export interface ConnectionInfo {
  readonly transport: string;
  readonly ip: string;
  readonly key: string;
  readonly shell_port: number;
  readonly control_port: number;
  readonly stdin_port: number;
  readonly hb_port: number;
  readonly iopub_port: number;
}

/** The five sockets of a kernel. */
export interface KernelSockets {
  readonly shell: Router;
  readonly control: Router;
  readonly stdin: Router;
  readonly heartbeat: Reply;
  readonly iopub: Publisher;
}

/** Reads a Jupyter connection file. */
export const readConnectionFile = (file: string): ConnectionInfo =>
  JSON.parse(readFileSync(file, 'utf8')) as ConnectionInfo;

/**
 * Binds the sockets of a kernel. Publishing has no high-water mark and never waits: otherwise a burst of outputs makes
 * overlapping sends, which zeromq refuses, and messages are lost, the idle status among them.
 */
export const bindSockets = async (connection: ConnectionInfo): Promise<KernelSockets> => {
  const separator = connection.transport === 'ipc' ? '-' : ':';
  const address = (port: number) => `${connection.transport}://${connection.ip}${separator}${port}`;
  const sending = { sendHighWaterMark: 0, sendTimeout: 0, linger: 1000 };
  const unlimited = { ...sending, receiveHighWaterMark: 0 };
  const sockets: KernelSockets = {
    shell: new Router(unlimited),
    control: new Router(unlimited),
    stdin: new Router(unlimited),
    heartbeat: new Reply(),
    iopub: new Publisher(sending),
  };
  await Promise.all([
    sockets.shell.bind(address(connection.shell_port)),
    sockets.control.bind(address(connection.control_port)),
    sockets.stdin.bind(address(connection.stdin_port)),
    sockets.heartbeat.bind(address(connection.hb_port)),
    sockets.iopub.bind(address(connection.iopub_port)),
  ]);
  return sockets;
};

/** How long a socket must be quiet to be taken for empty, in milliseconds and turns of the event loop. */
const QUIET = { milliseconds: 10, turns: 3 };

/** Settles once every message that reached a socket before the call was read. */
export const readAll = async (socket: { readonly readable: boolean }): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, QUIET.milliseconds));
  for (let quiet = 0; quiet < QUIET.turns; quiet = socket.readable ? 0 : quiet + 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};

/** Closes all sockets, once what was sent has left. */
export const closeSockets = (sockets: KernelSockets): void => {
  for (const socket of Object.values(sockets)) (socket as Router).close();
};
