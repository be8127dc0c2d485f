import type { Kernel } from '@jupyterlab/services';
import { forgiveReconnect } from '../src/kernel/forgive-reconnect';

const connection = (isDisposed: boolean): Kernel.IKernelConnection => {
  const broken = { isDisposed, reconnect: () => Promise.reject(new Error('Kernel connection disconnected')) };
  forgiveReconnect(broken as unknown as Kernel.IKernelConnection);
  return broken as unknown as Kernel.IKernelConnection;
};

test('a connection that was disposed while it reconnected fails nobody', async () => {
  await expect(connection(true).reconnect()).resolves.toBeUndefined();
});

test('a living connection that cannot reconnect says so', async () => {
  await expect(connection(false).reconnect()).rejects.toThrow('Kernel connection disconnected');
});
