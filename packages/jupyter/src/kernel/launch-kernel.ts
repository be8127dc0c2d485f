import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { DISPLAY_PORT } from '../display-port';
import { ChartLibrary } from './chart-library';
import { CellRunner } from './cell-runner';
import { DisplayService } from './display-service';
import { ExecuteQueue } from './execute-queue';
import { installationOf, resolveFromInstallation } from './installation';
import { kernelReplies } from './kernel-replies';
import { KernelServer } from './kernel-server';
import { bindSockets, closeSockets, readAll, readConnectionFile } from './kernel-sockets';
import { Outputs } from './outputs';
import { guardProcess, leaveWithParent, redirectStreams } from './process-guards';
import { TslabEngine } from './tslab-engine';

/** What tslab's own `display` functions write to; its shape is tslab's. */
interface TslabJupyter {
  lastWriteDisplayData: (content: { data: Record<string, string> }, update: boolean) => void;
}

const takeTslabDisplay = (outputs: Outputs, runner: CellRunner): void => {
  const tslab = createRequire(__filename)('tslab/dist/jupyter') as TslabJupyter;
  tslab.lastWriteDisplayData = (content, update) =>
    outputs.publish(update ? 'update_display_data' : 'display_data', content, runner.owner()?.request);
};

/** Starts the kernel that a Jupyter connection file describes; notebooks run in the current folder. `launcher` is the file that was started. */
export const launchKernel = async (connectionFile: string, launcher: string): Promise<void> => {
  const connection = readConnectionFile(connectionFile);
  const exit = process.exit.bind(process);
  const sockets = await bindSockets(connection);
  const outputs = new Outputs(sockets.iopub, connection.key, randomUUID());
  const installation = installationOf(launcher);
  resolveFromInstallation(installation);
  const engine = await TslabEngine.load(process.cwd(), installation);
  const library = new ChartLibrary(outputs);
  const runner = new CellRunner(engine, outputs, library);
  const queue = new ExecuteQueue(runner, outputs, () => readAll(sockets.shell));
  const interrupt = (): void => runner.interrupt();
  const shutDown = (): void => {
    engine.close();
    closeSockets(sockets);
    setTimeout(() => exit(0), 100);
  };
  redirectStreams(runner, outputs);
  guardProcess(runner, interrupt);
  leaveWithParent(() => exit(0));
  takeTslabDisplay(outputs, runner);
  Object.assign(globalThis, { [DISPLAY_PORT]: new DisplayService(runner, outputs, library) });
  const answers = kernelReplies(engine, runner.history);
  new KernelServer({ key: connection.key, sockets, outputs, queue, answers, interrupt, shutDown }).start();
};
