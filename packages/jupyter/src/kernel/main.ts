import { launchKernel } from './launch-kernel';

const [, launcher = __filename, connectionFile] = process.argv;
if (connectionFile === undefined) {
  process.stderr.write('casebook kernel: no connection file given\n');
  process.exitCode = 2;
} else {
  launchKernel(connectionFile, launcher).catch((error: unknown) => {
    process.stderr.write(`casebook kernel: ${String(error)}\n`);
    process.exitCode = 3;
  });
}
