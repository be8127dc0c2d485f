import type { Kernel } from '@jupyterlab/services';

/**
 * Lets a connection be disposed while it reconnects: the services library starts a reconnection of its own when the server starts a
 * dead kernel again, and awaits it where nobody can catch its failure.
 */
export const forgiveReconnect = (connection: Kernel.IKernelConnection): void => {
  const reconnect = connection.reconnect.bind(connection);
  connection.reconnect = () =>
    reconnect().catch((error: unknown) => {
      if (!connection.isDisposed) throw error;
    });
};
